package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Goods that came in. {@code reference} makes it repeatable: the same reference is booked once. Quantities in the product's unit. */
public record StockReceipt(String reference, String warehouseCode, List<Line> lines) {

    public record Line(
            String sku, String batch, LocalDate manufacturedOn, LocalDate expiresOn, String bin, BigDecimal quantity) {}
}
