package io.tradeflow.purchasing;

import java.time.Instant;

/** An acceptance waits for the buyer's own approval. */
public record PurchaseApprovalOpened(String dealNumber, String quoteNumber, long approvalId, Instant validityEnds) {}
