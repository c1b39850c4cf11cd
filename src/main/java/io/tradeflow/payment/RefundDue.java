package io.tradeflow.payment;

import io.tradeflow.kernel.Money;

/** Finance has to pay this back; deal and order are null for money that was on account. */
public record RefundDue(
        String dealNumber, String orderNumber, String buyerName, String refundNumber, Refund.Of of, Money amount) {

    static RefundDue of(Refund refund) {
        return new RefundDue(
                refund.dealNumber(),
                refund.orderNumber(),
                refund.buyerName(),
                refund.number(),
                refund.of(),
                refund.amount());
    }
}
