package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that came in by a bank statement.
 *
 * @param account ours, as it was named at the upload
 * @param receiptNumber null unless it is confirmed
 * @param note why it was ignored, or into which receipts it was split; else null
 */
public record BankLine(
        long id,
        String account,
        LocalDate bookedOn,
        Money amount,
        String reference,
        String narration,
        String payerName,
        String payerAccount,
        Status status,
        String receiptNumber,
        String decidedBy,
        Instant decidedAt,
        String note) {

    public enum Status {
        OPEN,
        CONFIRMED,
        IGNORED
    }

    /** What tells the payer again next time: its account, else its name; null where the bank says neither. */
    String payerKey() {
        String key = payerAccount != null && !payerAccount.isBlank() ? payerAccount : payerName;
        return key == null || key.isBlank() ? null : BankMatching.letters(key);
    }
}
