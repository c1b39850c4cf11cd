package io.tradeflow.fulfilment;

/** The buyer has answered all that was offered in place of missing goods. */
public record SubstitutionAnswered(String dealNumber, String orderNumber) {}
