package io.tradeflow.inventory;

import java.math.BigDecimal;

/** A balance that is not what its ledger and its live allocations and holds add up to. */
public record StockDiscrepancy(
        String warehouseCode,
        String sku,
        String batch,
        BigDecimal onHand,
        BigDecimal onHandByLedger,
        BigDecimal allocated,
        BigDecimal allocatedByLedger,
        BigDecimal allocatedByAllocations,
        BigDecimal held,
        BigDecimal heldByLedger,
        BigDecimal heldByHolds,
        BigDecimal quarantined,
        BigDecimal quarantinedByLedger) {}
