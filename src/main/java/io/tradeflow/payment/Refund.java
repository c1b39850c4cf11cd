package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money to be paid back to a buyer.
 *
 * @param dealNumber null like {@code orderNumber} for money that was on account
 * @param of what kind of money it is
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
        Of of,
        String reason,
        Instant dueSince,
        LocalDate paidOn,
        String reference,
        String paidBy,
        ReceiptDraft.Mode mode,
        String account) {

    /** What was the buyer's before it was owed back. */
    public enum Of {
        ADVANCE("advance"),
        OVERPAYMENT("overpayment"),
        ON_ACCOUNT("money on account"),
        CREDIT("credit of a credit note");

        private final String label;

        Of(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What of which receipt is paid back. */
    public record Part(
            String receiptNumber, LocalDate receivedOn, ReceiptDraft.Mode mode, String reference, Money amount) {}

    public boolean isDue() {
        return paidOn == null;
    }
}
