package io.tradeflow.quotation;

/** A revision was made of what was agreed, ready to be approved and sent without the sales desk's hand. */
public record QuoteRevised(String dealNumber, String quoteNumber, int revision) {}
