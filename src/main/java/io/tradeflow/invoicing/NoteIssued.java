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

    public record OfInvoice(String invoiceNumber, Money total) {}
}
