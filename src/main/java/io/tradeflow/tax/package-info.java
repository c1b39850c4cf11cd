/** GST: place of supply, heads, rates by date, computation and rounding. */
package io.tradeflow.tax;
