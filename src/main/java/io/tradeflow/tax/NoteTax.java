package io.tradeflow.tax;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.tax.TaxComputation.Line;
import io.tradeflow.tax.TaxRules.RatedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tax of credit and debit notes (CGST Act s. 34): place of supply, heads and rates are those of the invoice, whatever they are by now.
 * Amounts are positive.
 */
public final class NoteTax {

    private static final int NOTES_END = 30;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
    private static final Reason SOURCE = new Reason(
            "note-of-invoice", "a note bears the place of supply, heads and rates of its invoice", "CGST Act s. 34");

    private NoteTax() {}

    /**
     * A credit note over part of an invoice. Of each line's heads it takes what is due for all that is credited by now, less what earlier
     * notes took, so notes over everything bring every head to zero. A note stays exact to the paisa; the one that completes the invoice
     * takes the round-off that is left of the invoice's.
     *
     * @param earlier what {@link #credit} gave for the invoice's other credit notes
     * @param values what is credited of the taxable value of the lines, by line number
     * @throws Problem {@code note-exceeds-invoice} naming each line that has less left; {@code note-empty}
     */
    public static TaxComputation credit(
            TaxComputation invoice, List<TaxComputation> earlier, Map<Integer, BigDecimal> values) {
        requireSomething(values);
        requireKnown(invoice, values);
        List<Violation> tooMuch = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        boolean complete = true;
        for (Line line : invoice.lines()) {
            List<Line> before = ofLine(earlier, line.lineNo());
            BigDecimal credited = sum(before, Line::taxableValue);
            BigDecimal value = values.getOrDefault(line.lineNo(), NOTHING).setScale(2);
            BigDecimal done = credited.add(value);
            if (done.compareTo(line.taxableValue()) > 0) {
                tooMuch.add(new Violation(
                        field(line.lineNo()),
                        "Line " + line.lineNo() + " has " + line.taxableValue().subtract(credited)
                                + " left to credit, not " + value));
            }
            complete &= done.compareTo(line.taxableValue()) >= 0;
            if (values.containsKey(line.lineNo())) {
                lines.add(credited(line, value, done, before));
            }
        }
        if (!tooMuch.isEmpty()) {
            throw Problem.invalid("note-exceeds-invoice", "The note takes more than the invoice has left", tooMuch);
        }
        TaxComputation exact = note(invoice, lines);
        return complete ? exact.roundedBy(left(invoice, earlier)) : exact;
    }

    /**
     * A debit note: more value on lines of an invoice, at its rates. It stays exact to the paisa.
     *
     * @param values what is added to the taxable value of the lines, by line number
     * @throws Problem {@code note-empty}, {@code note-line-unknown}
     */
    public static TaxComputation debit(TaxComputation invoice, Map<Integer, BigDecimal> values) {
        requireSomething(values);
        requireKnown(invoice, values);
        List<RatedLine> rated = invoice.lines().stream()
                .filter(line -> values.containsKey(line.lineNo()))
                .map(line -> new RatedLine(
                        line.lineNo(),
                        line.hsn(),
                        values.get(line.lineNo()),
                        line.treatment(),
                        line.rate(),
                        Optional.of(SOURCE)))
                .toList();
        return note(invoice, HeadAmounts.of(rated, invoice.interState()));
    }

    /**
     * The last day on which a credit note over a supply is reported and lowers the tax: 30 November after its financial year (CGST Act s. 34(2)).
     * The annual return ends the time if it is filed before. A debit note bears tax on any day (s. 34(3), (4)).
     */
    public static LocalDate lastDay(LocalDate suppliedOn) {
        return LocalDate.of(FinancialYear.of(suppliedOn).startYear() + 1, Month.NOVEMBER, NOTES_END);
    }

    private static void requireSomething(Map<Integer, BigDecimal> values) {
        if (values.values().stream().noneMatch(value -> value.signum() > 0)
                || values.values().stream().anyMatch(value -> value.signum() < 0)) {
            throw Problem.invalid("note-empty", "lines", "A note takes an amount above zero of at least one line");
        }
    }

    private static void requireKnown(TaxComputation invoice, Map<Integer, BigDecimal> values) {
        List<Violation> unknown = values.keySet().stream()
                .filter(lineNo -> invoice.lines().stream().noneMatch(line -> line.lineNo() == lineNo))
                .map(lineNo -> new Violation(field(lineNo), "The invoice has no line " + lineNo))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid("note-line-unknown", "The note names lines the invoice does not have", unknown);
        }
    }

    private static String field(int lineNo) {
        return "lines[" + lineNo + "].taxableValue";
    }

    private static List<Line> ofLine(List<TaxComputation> notes, int lineNo) {
        return notes.stream()
                .flatMap(note -> note.lines().stream())
                .filter(line -> line.lineNo() == lineNo)
                .toList();
    }

    private static Line credited(Line invoiced, BigDecimal value, BigDecimal done, List<Line> before) {
        return new Line(
                invoiced.lineNo(),
                invoiced.hsn(),
                invoiced.treatment(),
                value,
                invoiced.rate(),
                due(invoiced, done, before, Line::cgst),
                due(invoiced, done, before, Line::sgst),
                due(invoiced, done, before, Line::igst));
    }

    private static BigDecimal due(Line invoiced, BigDecimal done, List<Line> before, Function<Line, BigDecimal> head) {
        return Apportionment.due(head.apply(invoiced), done, invoiced.taxableValue())
                .subtract(sum(before, head));
    }

    /** What of the invoice's round-off earlier notes left. */
    private static BigDecimal left(TaxComputation invoice, List<TaxComputation> earlier) {
        return invoice.roundOff()
                .subtract(earlier.stream().map(TaxComputation::roundOff).reduce(NOTHING, BigDecimal::add));
    }

    private static TaxComputation note(TaxComputation invoice, List<Line> lines) {
        BigDecimal value = sum(lines, Line::taxableValue);
        BigDecimal total = invoice.reverseCharge() ? value : value.add(sum(lines, Line::tax));
        List<Reason> reasons = new ArrayList<>(invoice.reasons());
        reasons.add(SOURCE);
        return new TaxComputation(
                invoice.placeOfSupplyCode(),
                invoice.placeOfSupplyName(),
                invoice.interState(),
                invoice.nature(),
                invoice.endorsement(),
                invoice.reason(),
                lines,
                TaxTotals.summary(lines),
                value,
                sum(lines, Line::cgst),
                sum(lines, Line::sgst),
                sum(lines, Line::igst),
                total,
                NOTHING,
                total,
                invoice.reverseCharge(),
                reasons);
    }

    private static BigDecimal sum(List<Line> lines, Function<Line, BigDecimal> amount) {
        return TaxTotals.sum(lines, amount);
    }
}
