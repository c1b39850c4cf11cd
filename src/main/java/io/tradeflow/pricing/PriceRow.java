package io.tradeflow.pricing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of a price list: a fixed price of a SKU, or a percentage rule for a SKU, a category or everything.
 *
 * @param level the nearest to the buyer wins
 * @param owner buyer code for CONTRACT and CUSTOMER, price tier for GROUP, channel for CHANNEL, null for BASE
 * @param agreement number of the {@link PriceAgreement} for CONTRACT, else null
 * @param sku null where the row is for a category or for everything
 * @param category code of the category the row is for, with all below it; null for a SKU and for everything
 * @param fromQuantity smallest quantity of the line the row is for, in the product's unit, more than zero
 * @param unitPrice net of tax, per unit, at most four decimals, more than zero; null for a percentage rule
 * @param rule the percentage rule; null for a fixed price
 * @param validUntil last day, or null
 * @param priority decides between rows of the same reach and start; the higher wins; null is nought
 */
public record PriceRow(
        Level level,
        String owner,
        String agreement,
        String sku,
        String category,
        String currency,
        BigDecimal fromQuantity,
        BigDecimal unitPrice,
        PriceRule rule,
        LocalDate validFrom,
        LocalDate validUntil,
        Integer priority) {

    public PriceRow {
        priority = priority == null ? 0 : priority;
    }

    /** Nearest to the buyer first: the order is the order of precedence. */
    public enum Level {
        CONTRACT,
        CUSTOMER,
        GROUP,
        CHANNEL,
        BASE
    }

    /** A fixed price of a SKU outside contracts. */
    public PriceRow(
            Level level,
            String owner,
            String sku,
            String currency,
            BigDecimal fromQuantity,
            BigDecimal unitPrice,
            LocalDate validFrom,
            LocalDate validUntil) {
        this(level, owner, null, sku, null, currency, fromQuantity, unitPrice, null, validFrom, validUntil, 0);
    }

    @JsonIgnore
    public boolean isFixed() {
        return rule == null;
    }
}
