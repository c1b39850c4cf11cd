package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Goods that cannot be used much longer. {@code free} is what nobody is promised. */
public record ExpiringBatch(
        String warehouseCode,
        String sku,
        String description,
        String batch,
        LocalDate manufacturedOn,
        LocalDate expiresOn,
        String bin,
        BigDecimal onHand,
        BigDecimal free) {}
