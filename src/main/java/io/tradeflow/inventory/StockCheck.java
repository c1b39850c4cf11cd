package io.tradeflow.inventory;

import java.time.Instant;

/** The balances were recomputed from their ledger. */
public record StockCheck(Instant checkedAt, String checkedBy, int balances, int differences) {}
