package io.tradeflow.payment;

import io.tradeflow.kernel.Money;

/** Finance has to pay this back. */
public record RefundDue(String dealNumber, String orderNumber, String buyerName, String refundNumber, Money amount) {}
