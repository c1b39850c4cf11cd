/** Goods that come back, and what follows from it. */
package io.tradeflow.returns;
