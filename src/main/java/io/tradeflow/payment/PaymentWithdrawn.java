package io.tradeflow.payment;

/** Money of an order did not come after all, or went back from its invoice: what was settled may be open again. */
public record PaymentWithdrawn(String dealNumber, String orderNumber, String buyerName) {}
