package io.tradeflow.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;

/** Goods that a planner took from one order for another before they were picked. Quantity in the product's unit. */
public record Reallocation(
        long id,
        String fromOrder,
        String toOrder,
        String sku,
        BigDecimal quantity,
        String reason,
        String movedBy,
        Instant movedAt) {}
