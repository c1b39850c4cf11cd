package io.tradeflow.exchange;

/**
 * What is wrong with a row.
 *
 * @param column null where it is not one cell
 * @param value what stands there; null where nothing does
 */
public record RowError(int line, String column, String value, String reason) {}
