package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.AmountInWords;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
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

    /**
     * Whoever let a note pass saw what it came to then. Where other notes have gone before it, it may come to some paise more or less, as the last one over
     * an invoice takes its round-off.
     *
     * @throws NoteNotPossible {@code note-not-as-drafted} where more than that has changed
     */
    void requireAsDrafted(Money drafted) {
        BigDecimal change = grandTotal().minus(drafted).amount().abs();
        if (change.compareTo(BigDecimal.valueOf(parts.size())) >= 0) {
            String why = invoices().stream()
                    .filter(of -> of.revised() != null)
                    .map(of -> "revised invoice " + of.quotedNumber() + " stands in place of " + of.number())
                    .findFirst()
                    .orElse("its invoices or the notes over them have changed");
            throw new NoteNotPossible(
                    "note-not-as-drafted",
                    shown(drafted) + " were drafted, but by now the note comes to " + shown(grandTotal()) + ", as "
                            + why + ". Draft it again, so that what is issued has been approved",
                    List.of());
        }
    }

    private static String shown(Money amount) {
        return amount.currency().getCurrencyCode() + " " + AmountInWords.grouped(amount);
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
