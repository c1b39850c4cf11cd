/** GST tax invoices and their gapless numbers. */
package io.tradeflow.invoicing;
