/** The door between e-invoices and the process engine: steps, forms, messages. */
package io.tradeflow.einvoice.process;
