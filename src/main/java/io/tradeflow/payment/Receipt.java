package io.tradeflow.payment;

import io.tradeflow.credit.Debt;
import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * Money that came in, or what a credit note took off beyond what was open.
 *
 * @param dealNumber null like {@code orderNumber} for money on account
 * @param unapplied what no invoice has taken and is not owed back
 * @param reversal null unless the money did not come after all
 */
public record Receipt(
        String number,
        String dealNumber,
        String buyerCode,
        String orderNumber,
        Money amount,
        Money unapplied,
        Money refunded,
        ReceiptDraft.Mode mode,
        String reference,
        LocalDate receivedOn,
        String recordedBy,
        Reversal reversal) {

    /** When, by whom and why the receipt was taken back. */
    public record Reversal(LocalDate on, String by, String reason) {}

    public boolean isOnAccount() {
        return orderNumber == null;
    }

    Debt debt() {
        return new Debt(buyerCode, amount.currency().getCurrencyCode(), dealNumber, orderNumber);
    }
}
