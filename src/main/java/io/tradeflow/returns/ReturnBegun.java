package io.tradeflow.returns;

/** A return was asked for, or reported by the carrier. */
public record ReturnBegun(String returnNumber, String dealNumber) {}
