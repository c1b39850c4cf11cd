package io.tradeflow.quotation;

/** The buyer has accepted. */
public record QuoteAccepted(String dealNumber, String quoteNumber, int revision, boolean isAnswer) {}
