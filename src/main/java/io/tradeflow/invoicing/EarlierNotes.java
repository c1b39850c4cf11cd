package io.tradeflow.invoicing;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The credit notes an invoice has already.
 *
 * @param tax what each took, by the invoice's line numbers and in its currency
 * @param taxInRupees the same in INR
 * @param quantities what they took together of each line
 */
record EarlierNotes(List<TaxComputation> tax, List<TaxComputation> taxInRupees, Map<Integer, BigDecimal> quantities) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    static final EarlierNotes NONE = new EarlierNotes(List.of(), List.of(), Map.of());

    /** Besides these notes, what is credited elsewhere or will be by notes of returns. */
    EarlierNotes and(TaxInvoice invoice, List<OtherCredits.OtherCredit> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<Integer, BigDecimal> allQuantities = new HashMap<>(quantities);
        List<TaxComputation> all = new ArrayList<>(tax);
        List<TaxComputation> allInRupees = new ArrayList<>(taxInRupees);
        for (OtherCredits.OtherCredit other : others) {
            allQuantities.merge(other.lineNo(), other.quantity(), BigDecimal::add);
            TaxComputation.Line line = line(invoice.tax(), other.lineNo());
            TaxComputation.Line inRupees = line(invoice.taxInRupees(), other.lineNo());
            all.add(NoteBook.taken(
                    invoice.tax(),
                    List.of(taken(line, other.taxableValue(), other.cgst(), other.sgst(), other.igst())),
                    NOTHING));
            BigDecimal whole = line.taxableValue();
            allInRupees.add(NoteBook.taken(
                    invoice.taxInRupees(),
                    List.of(taken(
                            inRupees,
                            Apportionment.due(inRupees.taxableValue(), other.taxableValue(), whole),
                            Apportionment.due(inRupees.cgst(), other.taxableValue(), whole),
                            Apportionment.due(inRupees.sgst(), other.taxableValue(), whole),
                            Apportionment.due(inRupees.igst(), other.taxableValue(), whole))),
                    NOTHING));
        }
        return new EarlierNotes(all, allInRupees, allQuantities);
    }

    private static TaxComputation.Line line(TaxComputation of, int lineNo) {
        return of.lines().stream()
                .filter(line -> line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow();
    }

    private static TaxComputation.Line taken(
            TaxComputation.Line of, BigDecimal value, BigDecimal cgst, BigDecimal sgst, BigDecimal igst) {
        return new TaxComputation.Line(of.lineNo(), of.hsn(), of.treatment(), value, of.rate(), cgst, sgst, igst);
    }

    /** The goods of the line that neither notes nor claims of returns have taken; claims may go beyond what is there. */
    BigDecimal left(TaxInvoice.Line line) {
        return line.quantity().value().subtract(quantity(line.lineNo())).max(BigDecimal.ZERO);
    }

    /** As {@link #left(TaxInvoice.Line)}, the taxable value. */
    BigDecimal left(TaxComputation.Line line) {
        return line.taxableValue().subtract(value(line.lineNo())).max(NOTHING);
    }

    BigDecimal quantity(int lineNo) {
        return quantities.getOrDefault(lineNo, BigDecimal.ZERO);
    }

    BigDecimal value(int lineNo) {
        return value(tax, lineNo);
    }

    BigDecimal valueInRupees(int lineNo) {
        return value(taxInRupees, lineNo);
    }

    private static BigDecimal value(List<TaxComputation> notes, int lineNo) {
        return notes.stream()
                .flatMap(note -> note.lines().stream())
                .filter(line -> line.lineNo() == lineNo)
                .map(TaxComputation.Line::taxableValue)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
