package io.tradeflow.payment;

/** Money has come in for a deal; the process looks again whether that settles it. */
public record PaymentReceived(String dealNumber, String orderNumber) {}
