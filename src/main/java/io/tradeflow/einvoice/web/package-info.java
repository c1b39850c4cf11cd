/** E-invoices over HTTP. */
package io.tradeflow.einvoice.web;
