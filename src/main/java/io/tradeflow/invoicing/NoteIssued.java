package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A credit or debit note is in the book.
 *
 * @param dueOn when a debit note is to be paid; null for a credit note
 * @param invoices what the note takes off, or adds to, each invoice it corrects; tax and round-off included, never negative
 */
public record NoteIssued(
        String noteNumber,
        NoteKind kind,
        String dealNumber,
        String orderNumber,
        String buyerCode,
        String buyerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<OfInvoice> invoices) {

    public NoteIssued {
        invoices = List.copyOf(invoices);
    }

    /** @param revised where a revised invoice stands in place of the invoice; else null */
    public record OfInvoice(String invoiceNumber, Money total, Revised revised) {

        /** An invoice that stands as issued. */
        public OfInvoice(String invoiceNumber, Money total) {
            this(invoiceNumber, total, null);
        }
    }

    /**
     * A revised invoice, which has charged the tax besides what its bill asked for.
     *
     * @param tax the part of the total that is tax
     */
    public record Revised(String number, Money tax) {}
}
