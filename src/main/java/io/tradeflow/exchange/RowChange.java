package io.tradeflow.exchange;

/**
 * A cell that the file would change.
 *
 * @param what which thing it is of, by its key
 * @param before null where nothing stands there
 * @param after null where nothing will
 */
public record RowChange(int line, String what, String column, String before, String after) {}
