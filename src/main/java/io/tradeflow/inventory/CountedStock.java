package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What lies in a warehouse of one SKU and batch, as somebody has counted it or as the books have it.
 *
 * @param batch null for goods kept without one
 * @param quantity all that is there, promised or held back or not, in the product's unit; zero where nothing was found
 * @param reason why it may differ from the books; null in what the books have
 */
public record CountedStock(
        String warehouseCode,
        String sku,
        String batch,
        LocalDate manufacturedOn,
        LocalDate expiresOn,
        String bin,
        BigDecimal quantity,
        String reason) {

    public CountedStock because(String other) {
        return new CountedStock(warehouseCode, sku, batch, manufacturedOn, expiresOn, bin, quantity, other);
    }

    StockKey key() {
        return new StockKey(sku, batch == null ? "" : batch);
    }
}
