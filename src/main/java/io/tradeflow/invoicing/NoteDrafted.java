package io.tradeflow.invoicing;

/** Finance has drafted a credit or debit note. */
public record NoteDrafted(String draftNumber, String dealNumber) {}
