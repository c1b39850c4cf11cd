package io.tradeflow.invoicing;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * Besides these notes, what is credited elsewhere or will be by notes of returns. Of a line that the revised invoice does not have, as notes before it
     * took it whole, nothing is left to take; of any other a claim takes no more than is left, as goods may come back that finance had credited by hand.
     */
    EarlierNotes and(TaxInvoice invoice, List<OtherCredits.OtherCredit> others) {
        if (others.isEmpty()) {
            return this;
        }
        Map<Integer, BigDecimal> allQuantities = new HashMap<>(quantities);
        List<TaxComputation> all = new ArrayList<>(tax);
        List<TaxComputation> allInRupees = new ArrayList<>(taxInRupees);
        for (OtherCredits.OtherCredit other : others) {
            Optional<TaxComputation.Line> standing = line(invoice.tax(), other.lineNo());
            if (standing.isEmpty() && invoice.revision() != null) {
                continue;
            }
            allQuantities.merge(other.lineNo(), other.quantity(), BigDecimal::add);
            TaxComputation.Line line = standing.orElseThrow();
            TaxComputation.Line inRupees =
                    line(invoice.taxInRupees(), other.lineNo()).orElseThrow();
            BigDecimal part = other.taxableValue();
            BigDecimal whole = line.taxableValue();
            all.add(NoteBook.taken(
                    invoice.tax(),
                    List.of(atMost(line, all, part, other.cgst(), other.sgst(), other.igst())),
                    NOTHING));
            allInRupees.add(NoteBook.taken(
                    invoice.taxInRupees(),
                    List.of(atMost(
                            inRupees,
                            allInRupees,
                            Apportionment.due(inRupees.taxableValue(), part, whole),
                            Apportionment.due(inRupees.cgst(), part, whole),
                            Apportionment.due(inRupees.sgst(), part, whole),
                            Apportionment.due(inRupees.igst(), part, whole))),
                    NOTHING));
        }
        return new EarlierNotes(all, allInRupees, allQuantities);
    }

    private static Optional<TaxComputation.Line> line(TaxComputation of, int lineNo) {
        return of.lines().stream().filter(line -> line.lineNo() == lineNo).findFirst();
    }

    private static TaxComputation.Line atMost(
            TaxComputation.Line of,
            List<TaxComputation> before,
            BigDecimal value,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst) {
        return new TaxComputation.Line(
                of.lineNo(),
                of.hsn(),
                of.treatment(),
                atMost(of, before, TaxComputation.Line::taxableValue, value),
                of.rate(),
                atMost(of, before, TaxComputation.Line::cgst, cgst),
                atMost(of, before, TaxComputation.Line::sgst, sgst),
                atMost(of, before, TaxComputation.Line::igst, igst));
    }

    private static BigDecimal atMost(
            TaxComputation.Line of,
            List<TaxComputation> before,
            Function<TaxComputation.Line, BigDecimal> figure,
            BigDecimal wanted) {
        return wanted.min(
                figure.apply(of).subtract(sum(before, of.lineNo(), figure)).max(NOTHING));
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
        return sum(notes, lineNo, TaxComputation.Line::taxableValue);
    }

    private static BigDecimal sum(
            List<TaxComputation> notes, int lineNo, Function<TaxComputation.Line, BigDecimal> figure) {
        return notes.stream()
                .flatMap(note -> note.lines().stream())
                .filter(line -> line.lineNo() == lineNo)
                .map(figure)
                .reduce(NOTHING, BigDecimal::add);
    }
}
