package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;

/** A balance was set to what its ledger, allocations and holds say. */
public record StockRepair(
        String warehouseCode,
        String sku,
        String batch,
        BigDecimal onHandBefore,
        BigDecimal allocatedBefore,
        BigDecimal heldBefore,
        BigDecimal quarantinedBefore,
        BigDecimal onHand,
        BigDecimal allocated,
        BigDecimal held,
        BigDecimal quarantined,
        String reason,
        String by,
        Instant at) {}
