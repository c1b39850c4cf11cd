package io.tradeflow.quotation;

/** The buyer has declined. */
public record QuoteDeclined(String dealNumber, String quoteNumber, int revision) {}
