package io.tradeflow.quotation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What a later room knows about stock, asked while a quote is judged. */
public interface StockOutlook {

    /**
     * Goods that can be promised.
     *
     * @param quantity more than zero, in the product's unit
     * @param firstDay from when; null where they are there now
     * @param lastDay until when they can be used; null where they do not expire
     */
    record Lot(String sku, BigDecimal quantity, LocalDate firstDay, LocalDate lastDay) {

        boolean isUsableOn(LocalDate day) {
            return (firstDay == null || !firstDay.isAfter(day)) && (lastDay == null || !lastDay.isBefore(day));
        }
    }

    /** What can be promised of these products from all warehouses, in one go; nothing for a SKU nobody has or expects. */
    List<Lot> lots(Collection<String> skus);
}
