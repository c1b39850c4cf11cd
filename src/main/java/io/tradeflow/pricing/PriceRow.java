package io.tradeflow.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of a price list.
 *
 * @param level CUSTOMER, GROUP or BASE; the nearest to the buyer wins
 * @param owner buyer code for CUSTOMER, price tier for GROUP, null for BASE
 * @param fromQuantity smallest quantity the row is for, in the product's unit, more than zero
 * @param unitPrice net of tax, per unit, at most four decimals, more than zero
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

    /** Nearest to the buyer first: the order is the order of precedence. */
    public enum Level {
        CUSTOMER,
        GROUP,
        BASE
    }
}
