package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What a later room knows about stock, asked while a quote is judged. */
public interface StockOutlook {

    /**
     * Goods that are free now.
     *
     * @param quantity more than zero, in the product's unit
     * @param lastDay until when they can be used; null where they do not expire
     */
    record Lot(String sku, BigDecimal quantity, LocalDate lastDay) {}

    /** What is free of these products in all warehouses, in one round trip; nothing for a SKU nobody has. */
    List<Lot> lots(Collection<String> skus);
}
