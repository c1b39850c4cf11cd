package io.tradeflow.quotation;

/** A revision the buyer could have accepted is open no more: a newer one is made, or it was taken back. */
public record QuoteSuperseded(String dealNumber, String quoteNumber, int revision) {}
