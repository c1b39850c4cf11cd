package io.tradeflow.document;

import java.time.LocalDate;

/** The numbers by which both sides find the deal again. Whatever is null is not printed. */
public record ReferencePrint(
        String dealNumber,
        String quoteNumber,
        String orderNumber,
        String shipmentNumber,
        String poNumber,
        LocalDate poDate) {}
