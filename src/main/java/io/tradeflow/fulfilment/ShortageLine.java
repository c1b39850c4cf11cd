package io.tradeflow.fulfilment;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the newest decision says about one missing line. {@code expectedOn} is the date the buyer was told, null where none was. */
public record ShortageLine(
        long decisionId,
        String orderNumber,
        int orderLineNo,
        String sku,
        String description,
        Quantity quantity,
        ShortageChoice choice,
        LocalDate expectedOn,
        String substituteSku,
        BigDecimal unitPrice,
        String warehouseCode,
        String productionNumber) {}
