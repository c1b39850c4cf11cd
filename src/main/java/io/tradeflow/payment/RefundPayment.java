package io.tradeflow.payment;

import java.time.LocalDate;

/**
 * How a refund was paid.
 *
 * @param mode null only where it was entered before that was asked
 * @param reference of the bank, or the number of the cheque
 * @param account the account it went to, or whom the cheque names; null where nobody says
 */
public record RefundPayment(LocalDate paidOn, ReceiptDraft.Mode mode, String reference, String account) {}
