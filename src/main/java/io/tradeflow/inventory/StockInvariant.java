package io.tradeflow.inventory;

import java.math.BigDecimal;

/**
 * Something that must always be true of the books, with the figures that show it.
 *
 * @param rule in words
 * @param left what the books have
 * @param right what it must be
 * @param wrong how many rows break it
 */
public record StockInvariant(String rule, BigDecimal left, BigDecimal right, long wrong) {

    public boolean holds() {
        return wrong == 0 && left.compareTo(right) == 0;
    }
}
