package io.tradeflow.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that came in. Names an invoice, or an order for an advance. What exceeds the invoice goes to other open invoices of the order, those
 * due first before the others, and then stays unapplied until the next invoice of the order takes it.
 *
 * @param reference bank reference (UTR); the same buyer's reference is booked once
 */
public record ReceiptDraft(
        String buyerCode,
        String orderNumber,
        String invoiceNumber,
        BigDecimal amount,
        String currency,
        Mode mode,
        String reference,
        LocalDate receivedOn) {

    public enum Mode {
        NEFT,
        RTGS,
        IMPS,
        UPI,
        CHEQUE,
        CASH,
        WIRE
    }
}
