package io.tradeflow.payment.web;

import io.tradeflow.payment.Receipt;
import io.tradeflow.payment.ReceiptDraft;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A receipt as the API answers it; amounts in {@code currency}. {@code unapplied} is what no invoice has taken yet; deal and order are null
 * for money on account; {@code reversedOn} is null unless the money did not come after all.
 */
record ReceiptJson(
        String number,
        String dealNumber,
        String buyerCode,
        String orderNumber,
        String currency,
        BigDecimal amount,
        BigDecimal unapplied,
        BigDecimal refunded,
        ReceiptDraft.Mode mode,
        String reference,
        LocalDate receivedOn,
        String recordedBy,
        LocalDate reversedOn) {

    static ReceiptJson of(Receipt receipt) {
        return new ReceiptJson(
                receipt.number(),
                receipt.dealNumber(),
                receipt.buyerCode(),
                receipt.orderNumber(),
                receipt.amount().currency().getCurrencyCode(),
                receipt.amount().toDocumentScale(),
                receipt.unapplied().toDocumentScale(),
                receipt.refunded().toDocumentScale(),
                receipt.mode(),
                receipt.reference(),
                receipt.receivedOn(),
                receipt.recordedBy(),
                receipt.reversal() == null ? null : receipt.reversal().on());
    }
}
