package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What lies in a warehouse of one SKU and batch; {@code batch} is empty for goods without one. Available = on hand − allocated − held − quarantined. */
public record StockBalance(
        String warehouseCode,
        String sku,
        String batch,
        LocalDate expiresOn,
        String bin,
        BigDecimal onHand,
        BigDecimal allocated,
        BigDecimal held,
        BigDecimal quarantined) {

    public BigDecimal available() {
        return onHand.subtract(allocated).subtract(held).subtract(quarantined);
    }
}
