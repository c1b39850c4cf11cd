package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Goods as somebody announces them. Announcing the same reference, warehouse and product again says it anew. */
public record ExpectedGoods(
        String reference,
        String warehouseCode,
        String sku,
        BigDecimal quantity,
        LocalDate expectedOn,
        ExpectedReceipt.Source source) {}
