package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An issued credit or debit note: fixed for good. Amounts are positive whatever its kind.
 *
 * @param returnNumber the return it credits, null where finance drafted it
 * @param dueOn when a debit note is to be paid; null for a credit note
 * @param remark null if none
 * @param commercial issued too late to change the tax: a note without GST that is reported nowhere
 * @param exchangeRate of the invoices: INR for one unit of the currency, 1 for INR
 * @param tax in the note's currency; its lines are those of {@code lines}, in the same order
 * @param taxInRupees what goes to the tax office; the same as {@code tax} for INR
 * @param invoices what it corrects, in the order of their numbers
 */
public record TaxNote(
        NoteKind kind,
        String number,
        String dealNumber,
        String orderNumber,
        String returnNumber,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        String branchCode,
        String sellerGstin,
        LocalDate issuedOn,
        LocalDate dueOn,
        NoteReason reason,
        String remark,
        boolean commercial,
        String currency,
        BigDecimal exchangeRate,
        TaxComputation tax,
        TaxComputation taxInRupees,
        Money grandTotal,
        List<Original> invoices,
        List<Line> lines,
        long documentId) {

    public TaxNote {
        invoices = List.copyOf(invoices);
        lines = List.copyOf(lines);
    }

    /**
     * An invoice the note corrects.
     *
     * @param total what the note takes off or adds to it, with tax and round-off
     * @param roundOff the part of the note's round-off that is this invoice's
     * @param revised the revised invoice that stands in its place and that the note quotes; null where there was none
     */
    public record Original(
            String number,
            LocalDate issuedOn,
            Money total,
            BigDecimal roundOff,
            BigDecimal totalInRupees,
            BigDecimal roundOffInRupees,
            TaxInvoice.Revision revised) {

        /** Number of the tax invoice whose tax changes. */
        public String quotedNumber() {
            return revised == null ? number : revised.number();
        }

        /** Day of the tax invoice whose tax changes. */
        public LocalDate quotedOn() {
            return revised == null ? issuedOn : revised.issuedOn();
        }
    }

    /**
     * Part of an invoice line.
     *
     * @param quantity zero where only the value changes
     * @param unitPrice the invoice's price of goods; where only the value changes the difference per unit, or the amount itself
     */
    public record Line(
            int lineNo,
            String invoiceNumber,
            int invoiceLineNo,
            int orderLineNo,
            String sku,
            String description,
            String hsn,
            Quantity quantity,
            Money unitPrice) {

        public String unit() {
            return quantity.unit();
        }
    }

    /** The tax, in the note's currency and charged to the recipient, that it takes off or adds to this invoice. */
    Money taxOf(Original invoice) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = 0; at < lines.size() && !tax.reverseCharge(); at++) {
            if (lines.get(at).invoiceNumber().equals(invoice.number())) {
                sum = sum.add(tax.lines().get(at).tax());
            }
        }
        return Money.of(sum, currency);
    }

    /** The number that prints of the invoice of a line. */
    public String quotedNumber(Line line) {
        return invoices.stream()
                .filter(of -> of.number().equals(line.invoiceNumber()))
                .map(Original::quotedNumber)
                .findFirst()
                .orElse(line.invoiceNumber());
    }

    /** "Credit note", "Debit note". */
    public String title() {
        return kind.title();
    }

    public String placeOfSupplyCode() {
        return tax.placeOfSupplyCode();
    }

    public String placeOfSupplyName() {
        return tax.placeOfSupplyName();
    }

    public boolean interState() {
        return tax.interState();
    }

    public String nature() {
        return tax.nature();
    }
}
