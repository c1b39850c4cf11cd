/** GST: place of supply, heads, rates by date, valuation, computation and rounding, notes, and the rules of documents; each with its source. */
package io.tradeflow.tax;
