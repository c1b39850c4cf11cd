package io.tradeflow.credit;

/** Whose obligation it is and of which order. */
public record Debt(String buyerCode, String currency, String dealNumber, String orderNumber) {}
