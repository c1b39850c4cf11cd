package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * Tax a buyer has deducted from what it paid.
 *
 * @param settlementId the entry that settles the invoice with it
 * @param certificateNumber null while the certificate is pending, like {@code certificateOn}
 */
public record Deduction(
        long settlementId,
        String invoiceNumber,
        String buyerCode,
        String buyerName,
        String receiptNumber,
        String section,
        Money amount,
        LocalDate bookedOn,
        String certificateNumber,
        LocalDate certificateOn) {

    public boolean isPending() {
        return certificateNumber == null;
    }
}
