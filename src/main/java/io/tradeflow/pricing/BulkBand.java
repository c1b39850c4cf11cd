package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A discount on a whole order from a value or a quantity on.
 *
 * @param id null for a new one
 * @param priceTier the group it is for, null for everybody
 * @param unit only lines in it count towards a quantity; null where the value counts
 * @param fromAmount net value in {@code currency}, or quantity in {@code unit}
 * @param percent of the sum of the lines that is taken off
 * @param validUntil last day, or null
 */
public record BulkBand(
        Long id,
        String priceTier,
        String currency,
        Measure measure,
        String unit,
        BigDecimal fromAmount,
        BigDecimal percent,
        LocalDate validFrom,
        LocalDate validUntil) {

    public enum Measure {
        VALUE,
        QUANTITY
    }
}
