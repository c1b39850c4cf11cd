package io.tradeflow.invoicing;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is to be credited or debited.
 *
 * @param remark printed under the reason, null if none
 */
public record NoteRequest(NoteReason reason, String remark, List<Line> lines) {

    public NoteRequest {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /**
     * A line of an invoice, with the one of the three figures that says how much.
     *
     * @param quantity of the goods, where the reason is about goods; else null
     * @param unitPrice what a unit should have cost, before discount on the whole and charges, in the invoice's currency; else null
     * @param amount the taxable value to credit or debit, in the invoice's currency; else null
     */
    public record Line(
            String invoiceNumber, int invoiceLineNo, BigDecimal quantity, BigDecimal unitPrice, BigDecimal amount) {

        public static Line ofQuantity(String invoiceNumber, int invoiceLineNo, BigDecimal quantity) {
            return new Line(invoiceNumber, invoiceLineNo, quantity, null, null);
        }

        public static Line ofUnitPrice(String invoiceNumber, int invoiceLineNo, BigDecimal unitPrice) {
            return new Line(invoiceNumber, invoiceLineNo, null, unitPrice, null);
        }

        public static Line ofAmount(String invoiceNumber, int invoiceLineNo, BigDecimal amount) {
            return new Line(invoiceNumber, invoiceLineNo, null, null, amount);
        }
    }

    /** The numbers of the invoices, each once, in order. */
    List<String> invoiceNumbers() {
        return lines.stream().map(Line::invoiceNumber).distinct().sorted().toList();
    }
}
