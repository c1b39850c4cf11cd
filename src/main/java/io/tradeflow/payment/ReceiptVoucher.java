package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/** The receipt voucher of an advance (CGST rule 50). */
public record ReceiptVoucher(
        String number, String receiptNumber, String orderNumber, LocalDate issuedOn, Money amount, long documentId) {}
