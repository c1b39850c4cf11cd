package io.tradeflow.purchasing;

/** What was to be accepted is gone, so there is nothing left to approve. */
public record PurchaseVoided(String dealNumber, long approvalId) {}
