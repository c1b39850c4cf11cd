/** What leaves the house for the accountant: the return of supplies (GSTR-1), the sales register, and journal lines for a general ledger. */
package io.tradeflow.accounting;
