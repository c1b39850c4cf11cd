package io.tradeflow.exchange;

/** Somebody has seen what a file would do and wants it, or not. */
public record ImportDecided(long importId, boolean wanted) {}
