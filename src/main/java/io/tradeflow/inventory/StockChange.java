package io.tradeflow.inventory;

import java.math.BigDecimal;

/**
 * A movement with its place among all movements.
 *
 * @param position counts from 1 without gaps, in the order movements became visible
 * @param onHandNow what lies there now, after this and all later movements
 * @param availableNow what of it is free now
 */
public record StockChange(long position, LedgerEntry entry, BigDecimal onHandNow, BigDecimal availableNow) {}
