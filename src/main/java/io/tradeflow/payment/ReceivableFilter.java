package io.tradeflow.payment;

import java.time.LocalDate;

/**
 * Which invoices and debit notes are looked for.
 *
 * @param text part of the number, of the buyer's name or code, of the deal or the order; null for all
 * @param state null for all
 * @param from first day of issue, null for no bound
 * @param to last day of issue, null for no bound
 * @param page from 0
 */
public record ReceivableFilter(String text, State state, LocalDate from, LocalDate to, int page, int size) {

    /** How far an invoice is settled. */
    public enum State {
        OPEN("Open"),
        OVERDUE("Overdue"),
        SETTLED("Settled"),
        CANCELLED("Cancelled");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public ReceivableFilter {
        text = text == null || text.isBlank() ? null : text.strip();
        page = Math.max(page, 0);
    }
}
