package io.tradeflow.invoicing;

import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What credit and debit notes have left of a bill of supply, which bore no tax and neither did they.
 *
 * @param lines under their numbers; without those that notes took whole
 * @param total what bill and notes ask for together
 * @param notes their numbers, as they were issued
 */
record LeftOfBill(List<TaxInvoice.Line> lines, Money total, List<String> notes) {

    static LeftOfBill of(TaxInvoice bill, List<TaxNote> notes) {
        List<TaxInvoice.Line> lines = new ArrayList<>();
        for (TaxInvoice.Line line : bill.lines()) {
            BigDecimal quantity = line.quantity().value();
            BigDecimal value = line.taxableValue().amount();
            for (TaxNote note : notes) {
                BigDecimal sign = note.kind() == NoteKind.CREDIT ? BigDecimal.ONE.negate() : BigDecimal.ONE;
                for (int at = 0; at < note.lines().size(); at++) {
                    TaxNote.Line of = note.lines().get(at);
                    if (of.invoiceNumber().equals(bill.number()) && of.invoiceLineNo() == line.lineNo()) {
                        quantity = quantity.subtract(of.quantity().value());
                        value = value.add(
                                note.tax().lines().get(at).taxableValue().multiply(sign));
                    }
                }
            }
            if (value.signum() > 0) {
                lines.add(line.left(new Quantity(quantity, line.quantity().unit()), value));
            }
        }
        Money total = bill.grandTotal();
        for (TaxNote note : notes) {
            for (TaxNote.Original of : note.invoices()) {
                if (of.number().equals(bill.number())) {
                    total = note.kind() == NoteKind.CREDIT ? total.minus(of.total()) : total.plus(of.total());
                }
            }
        }
        return new LeftOfBill(
                List.copyOf(lines), total, notes.stream().map(TaxNote::number).toList());
    }
}
