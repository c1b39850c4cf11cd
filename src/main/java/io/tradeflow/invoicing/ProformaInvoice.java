package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;

/**
 * A proforma invoice as it was made last.
 *
 * @param sourceNumber number of the quote or order it is for
 * @param sourceRevision which revision of that it says
 * @param issuedOn the day the paper for that revision was first made
 * @param validUntil last day of the quote; null for an order
 * @param asked what is to be paid on it: the advance, else the total
 * @param revision of the paper: one more each time it was made with other content
 */
public record ProformaInvoice(
        String number,
        MadeFor madeFor,
        String sourceNumber,
        int sourceRevision,
        String dealNumber,
        String buyerCode,
        LocalDate issuedOn,
        LocalDate validUntil,
        Money total,
        Money asked,
        long documentId,
        int revision) {

    /** What it is for. */
    public enum MadeFor {
        QUOTE("quotation"),
        ORDER("order");

        private final String word;

        MadeFor(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
