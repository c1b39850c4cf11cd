package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of a price list.
 *
 * @param level CUSTOMER, GROUP or BASE; the nearest to the buyer wins
 * @param owner buyer code for CUSTOMER, price tier for GROUP, null for BASE
 * @param fromQuantity smallest quantity the row is for
 * @param validUntil last day, or null
 */
public record PriceRow(
        Level level,
        String owner,
        String sku,
        String currency,
        BigDecimal fromQuantity,
        BigDecimal unitPrice,
        LocalDate validFrom,
        LocalDate validUntil) {

    public enum Level {
        CUSTOMER,
        GROUP,
        BASE
    }
}
