package io.tradeflow.returns;

/** The buyer keeps the goods after all. */
public record ReturnWithdrawn(String returnNumber, String dealNumber) {}
