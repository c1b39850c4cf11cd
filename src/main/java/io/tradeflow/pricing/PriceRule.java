package io.tradeflow.pricing;

import java.math.BigDecimal;

/**
 * How a price is worked out from another: percentage, then rounding, then surcharge; the floor comes after all three.
 *
 * @param percent what is added; below zero what is taken off: -5 takes 5 % off
 * @param of what the percentage is taken of
 * @param roundTo the result becomes the nearest multiple of it, half up; null rounds to two decimals
 * @param surcharge added per unit after rounding, may be below zero; null for none
 */
public record PriceRule(BigDecimal percent, Of of, BigDecimal roundTo, BigDecimal surcharge) {

    public enum Of {
        /** The list price: what one unit costs anybody. */
        LIST,
        /** What the line would cost at this quantity without this level: the price of the next level below that has one. */
        BELOW
    }
}
