/** E-way bills and consignment notes over HTTP. */
package io.tradeflow.ewaybill.web;
