package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a unit may not cost less than without an approval: an amount, or a percentage over the product's cost.
 *
 * @param id null for a new one
 * @param sku null where it is for a category or for everything
 * @param category null for a SKU and for everything
 * @param amount per unit; null where {@code overCost} is set
 * @param overCost percent over the standard cost; null where {@code amount} is set
 * @param validUntil last day, or null
 */
public record Floor(
        Long id,
        String sku,
        String category,
        String currency,
        BigDecimal amount,
        BigDecimal overCost,
        LocalDate validFrom,
        LocalDate validUntil) {

    boolean countsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
