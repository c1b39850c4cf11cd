package io.tradeflow.inventory;

import java.util.Set;

/** Stock has come in: orders that wait for one of these SKUs may go on. */
public record StockArrived(Set<String> skus) {}
