/** E-invoices: tax documents registered with the invoice registration portal (CGST rule 48(4)). */
package io.tradeflow.einvoice;
