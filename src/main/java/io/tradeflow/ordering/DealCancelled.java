package io.tradeflow.ordering;

/** The whole deal is cancelled; its process has to stop. */
public record DealCancelled(String dealNumber) {}
