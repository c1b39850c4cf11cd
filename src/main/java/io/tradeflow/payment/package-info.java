/** Receipts, open items, reminders. */
package io.tradeflow.payment;
