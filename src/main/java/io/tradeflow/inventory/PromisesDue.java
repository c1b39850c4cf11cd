package io.tradeflow.inventory;

/** Promises are to be worked out anew; published in the transaction of what makes them others. */
public record PromisesDue() {}
