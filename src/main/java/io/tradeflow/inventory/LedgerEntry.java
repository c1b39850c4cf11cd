package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row of the ledger as people read it. Changes signed, in the product's unit.
 *
 * @param batch empty for goods without one
 * @param orderNumber the order it is for, or null
 * @param reference number of the receipt, shipment, transfer, count or deal, or null
 * @param by who booked it; null for movements from before that was kept
 */
public record LedgerEntry(
        long id,
        String warehouseCode,
        String sku,
        String batch,
        String kind,
        BigDecimal onHand,
        BigDecimal allocated,
        BigDecimal held,
        BigDecimal quarantined,
        String orderNumber,
        Integer orderLineNo,
        String reference,
        String reason,
        String by,
        Instant at) {}
