package io.tradeflow.approval;

/** The last level of a kind of approval has approved this content. */
public record ApprovalGranted(String dealNumber, ApprovalSubject subject, String kind, String by) {}
