package io.tradeflow.ordering;

/** The accepted quote has become an order. */
public record OrderConfirmed(String dealNumber, String orderNumber, String quoteNumber) {}
