package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was agreed on quantities; a field that is null is left to whoever is further away.
 *
 * @param id null for a new one
 * @param owner buyer code for CUSTOMER, price tier for GROUP, null for BASE
 * @param sku null for all products
 * @param orderMinimum least net value of an order in {@code currency}; only for all products
 * @param validUntil last day, or null
 */
public record OrderTermsRow(
        Long id,
        Level level,
        String owner,
        String sku,
        BigDecimal minimumQuantity,
        BigDecimal orderMultiple,
        BigDecimal orderMinimum,
        String currency,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** Nearest to the buyer first. The product's own quantities come after all. */
    public enum Level {
        CUSTOMER,
        GROUP,
        BASE
    }
}
