package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.TaxComputation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a note but its number.
 *
 * @param remark null if none
 * @param commercial too late to change the tax
 * @param parts by invoice, in the order of their numbers
 */
record NoteContent(
        NoteReason reason,
        String remark,
        LocalDate issuedOn,
        boolean commercial,
        List<InvoiceNote> parts,
        TaxComputation tax,
        TaxComputation taxInRupees) {

    NoteKind kind() {
        return reason.kind();
    }

    /** The first invoice; what it says of parties, place and currency all of them say. */
    TaxInvoice invoice() {
        return parts.get(0).invoice();
    }

    Money grandTotal() {
        return Money.of(tax.grandTotal(), invoice().currency());
    }

    List<TaxNote.Line> lines() {
        List<TaxNote.Line> lines = new ArrayList<>();
        parts.forEach(part -> part.values()
                .forEach(value -> lines.add(new TaxNote.Line(
                        lines.size() + 1,
                        part.invoice().number(),
                        value.line().lineNo(),
                        value.line().orderLineNo(),
                        value.line().sku(),
                        value.line().description(),
                        value.line().hsn(),
                        new Quantity(value.quantity(), value.line().quantity().unit()),
                        value.unitPrice()))));
        return lines;
    }

    List<TaxNote.Original> invoices() {
        return parts.stream()
                .map(part -> new TaxNote.Original(
                        part.invoice().number(),
                        part.invoice().issuedOn(),
                        Money.of(part.tax().grandTotal(), part.invoice().currency()),
                        part.tax().roundOff(),
                        part.taxInRupees().grandTotal(),
                        part.taxInRupees().roundOff(),
                        part.invoice().revision()))
                .toList();
    }

    /** The note under its number. */
    TaxNote note(String number, String returnNumber, LocalDate dueOn, long documentId) {
        TaxInvoice of = invoice();
        return new TaxNote(
                kind(),
                number,
                of.dealNumber(),
                of.orderNumber(),
                returnNumber,
                of.buyerCode(),
                of.buyerName(),
                of.buyerGstin(),
                of.branchCode(),
                of.sellerGstin(),
                issuedOn,
                dueOn,
                reason,
                remark,
                commercial,
                of.currency(),
                of.exchangeRate(),
                tax,
                taxInRupees,
                grandTotal(),
                invoices(),
                lines(),
                documentId);
    }
}
