package io.tradeflow.payment;

/** A write-off needs no decision any more: withdrawn, or overtaken by what settled the item meanwhile. */
public record WriteOffEnded(WriteOff writeOff) {}
