package io.tradeflow.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that came in. Names an invoice, or an order for an advance; what exceeds the invoice stays unapplied on the order.
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
