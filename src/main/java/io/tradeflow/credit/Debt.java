package io.tradeflow.credit;

/**
 * Whose obligation it is and of which order.
 *
 * @param dealNumber null like {@code orderNumber} for money on account of the buyer
 */
public record Debt(String buyerCode, String currency, String dealNumber, String orderNumber) {}
