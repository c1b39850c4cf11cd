package io.tradeflow.dispatch;

import java.math.BigDecimal;

/** What left of one line of a shipment and what became of it, in the line's unit; what is neither is on its way. */
public record ConsignmentLine(
        int lineNo,
        int orderLineNo,
        String sku,
        String batch,
        String unit,
        BigDecimal dispatched,
        BigDecimal delivered,
        BigDecimal refused,
        BigDecimal lost) {}
