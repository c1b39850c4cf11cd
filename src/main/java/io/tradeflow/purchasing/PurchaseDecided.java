package io.tradeflow.purchasing;

/** An approver of the buyer has decided on one level. */
public record PurchaseDecided(String dealNumber, long approvalId, PurchaseApproval.Outcome outcome) {}
