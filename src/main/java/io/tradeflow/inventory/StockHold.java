package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;

/** Stock kept for a deal until a moment, in the product's unit. */
public record StockHold(
        String dealNumber, String warehouseCode, String sku, String batch, BigDecimal quantity, Instant expiresAt) {}
