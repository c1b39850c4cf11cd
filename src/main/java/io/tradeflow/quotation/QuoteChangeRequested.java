package io.tradeflow.quotation;

/** The buyer asks for a change. */
public record QuoteChangeRequested(String dealNumber, String quoteNumber, int revision) {}
