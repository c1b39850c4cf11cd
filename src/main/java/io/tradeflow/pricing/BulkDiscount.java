package io.tradeflow.pricing;

import io.tradeflow.kernel.Percentage;
import java.math.BigDecimal;
import java.util.List;

/**
 * The discount on a whole order. It is granted once, on the sum of the lines.
 *
 * @param row id of the band that was reached; null for none
 * @param percent of the sum of the lines; zero for none
 * @param reason the band in words, or why there is no discount
 * @param others the bands that were not granted and why; for staff only
 */
public record BulkDiscount(Long row, Percentage percent, String reason, List<Other> others) {

    /** A band that was not granted. */
    public record Other(Long row, String words, String why) {}

    /** A line as it counts towards a band: its net value before the discount. */
    public record Line(BigDecimal quantity, String unit, BigDecimal net) {}

    public BulkDiscount {
        others = List.copyOf(others);
    }

    public boolean isGranted() {
        return row != null;
    }
}
