package io.tradeflow.payment;

import java.time.LocalDate;

/**
 * Which receipts are looked for.
 *
 * @param text part of the number, the reference, the buyer's name or code, the deal, the order or the invoice named; null for all
 * @param from first day the money came, null for no bound
 * @param to last day the money came, null for no bound
 * @param page from 0
 */
public record ReceiptFilter(String text, LocalDate from, LocalDate to, int page, int size) {

    public ReceiptFilter {
        text = text == null || text.isBlank() ? null : text.strip();
        page = Math.max(page, 0);
    }

    /** Whether anything is looked for. */
    public boolean asksForAll() {
        return text == null && from == null && to == null;
    }
}
