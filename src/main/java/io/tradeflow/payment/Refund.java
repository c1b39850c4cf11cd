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
 * @param mode how it was paid; null while it is due, and on refunds from before that was kept
 * @param account where it was paid to, null where nobody said
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
        String paidBy,
        ReceiptDraft.Mode mode,
        String account) {

    public boolean isDue() {
        return paidOn == null;
    }
}
