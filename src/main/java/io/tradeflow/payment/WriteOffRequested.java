package io.tradeflow.payment;

/** Somebody wants the rest of an open item written off. */
public record WriteOffRequested(WriteOff writeOff) {}
