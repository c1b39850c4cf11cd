/** Quotes and their revisions, from price to acceptance. */
package io.tradeflow.quotation;
