package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Stock promised firmly to an order line, by warehouse and batch. {@code shipmentNumber} is null until a shipment takes it up. */
public record Allocation(
        long id,
        String orderNumber,
        int orderLineNo,
        String warehouseCode,
        String sku,
        String batch,
        LocalDate expiresOn,
        String bin,
        BigDecimal quantity,
        String shipmentNumber) {}
