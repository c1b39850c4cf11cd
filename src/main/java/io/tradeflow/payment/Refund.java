package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money to be paid back to a buyer.
 *
 * @param dealNumber null like {@code orderNumber} for money that was on account
 * @param reason why it is owed, for both sides
 * @param paidOn null while it is due, like {@code reference} and {@code paidBy}
 * @param reference of the bank for the payment that went out
 */
public record Refund(
        String number,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        Money amount,
        String reason,
        Instant dueSince,
        LocalDate paidOn,
        String reference,
        String paidBy) {

    public boolean isDue() {
        return paidOn == null;
    }
}
