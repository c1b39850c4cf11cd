package io.tradeflow.invoicing;

import io.tradeflow.kernel.Apportionment;
import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.NoteTax;
import io.tradeflow.tax.Reason;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The part of a note that corrects one invoice, with the place of supply, heads and rates of that invoice.
 *
 * @param tax by the invoice's line numbers, in its currency
 */
record InvoiceNote(TaxInvoice invoice, List<NoteValue> values, TaxComputation tax, TaxComputation taxInRupees) {

    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);
    private static final Reason TOO_LATE = new Reason(
            "note-too-late",
            "the time in which a note changes the tax of its supply is over, so it bears none",
            "CGST Act s. 34(2)");

    /**
     * @param commercial whether it is too late to change the tax
     * @throws Problem as {@link NoteTax#credit} and {@link NoteTax#debit}
     */
    static InvoiceNote of(
            NoteKind kind, TaxInvoice invoice, List<NoteValue> values, EarlierNotes earlier, boolean commercial) {
        Map<Integer, BigDecimal> amounts = new TreeMap<>();
        values.forEach(value -> amounts.put(value.line().lineNo(), value.value()));
        List<NoteValue> inOrder = values.stream()
                .sorted((one, other) ->
                        Integer.compare(one.line().lineNo(), other.line().lineNo()))
                .toList();
        Function<TaxComputation, TaxComputation> borne = commercial ? InvoiceNote::untaxed : tax -> tax;
        TaxComputation tax = borne.apply(
                kind == NoteKind.CREDIT
                        ? NoteTax.credit(invoice.tax(), earlier.tax(), amounts)
                        : NoteTax.debit(invoice.tax(), amounts));
        if (invoice.currency().equals("INR")) {
            return new InvoiceNote(invoice, inOrder, tax, tax);
        }
        TaxComputation rupees = borne.apply(
                kind == NoteKind.CREDIT
                        ? NoteTax.credit(
                                invoice.taxInRupees(), earlier.taxInRupees(), credited(invoice, amounts, earlier))
                        : NoteTax.debit(invoice.taxInRupees(), debited(invoice, amounts)));
        return new InvoiceNote(invoice, inOrder, tax, rupees);
    }

    /** Of the value in INR the same part as of the value, so that all of it is credited when all of the value is. */
    private static Map<Integer, BigDecimal> credited(
            TaxInvoice invoice, Map<Integer, BigDecimal> amounts, EarlierNotes earlier) {
        Map<Integer, BigDecimal> rupees = new HashMap<>();
        amounts.forEach((lineNo, amount) -> rupees.put(
                lineNo,
                Apportionment.due(
                                value(invoice.taxInRupees(), lineNo),
                                earlier.value(lineNo).add(amount),
                                value(invoice.tax(), lineNo))
                        .subtract(earlier.valueInRupees(lineNo))));
        return rupees;
    }

    private static Map<Integer, BigDecimal> debited(TaxInvoice invoice, Map<Integer, BigDecimal> amounts) {
        Map<Integer, BigDecimal> rupees = new HashMap<>();
        amounts.forEach((lineNo, amount) ->
                rupees.put(lineNo, amount.multiply(invoice.exchangeRate()).setScale(2, RoundingMode.HALF_UP)));
        return rupees;
    }

    private static BigDecimal value(TaxComputation tax, int lineNo) {
        return tax.lines().stream()
                .filter(line -> line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow()
                .taxableValue();
    }

    /** All parts of a note as one computation, lines numbered through. */
    static TaxComputation together(List<InvoiceNote> parts, Function<InvoiceNote, TaxComputation> amounts) {
        List<TaxComputation> taxes = parts.stream().map(amounts).toList();
        TaxComputation first = taxes.get(0);
        List<TaxComputation.Line> lines = new ArrayList<>();
        taxes.forEach(tax -> tax.lines().forEach(line -> lines.add(numbered(lines.size() + 1, line))));
        return new TaxComputation(
                first.placeOfSupplyCode(),
                first.placeOfSupplyName(),
                first.interState(),
                first.nature(),
                first.endorsement(),
                first.reason(),
                lines,
                TaxComputation.summaryOf(lines),
                sum(taxes, TaxComputation::taxableValue),
                sum(taxes, TaxComputation::cgst),
                sum(taxes, TaxComputation::sgst),
                sum(taxes, TaxComputation::igst),
                sum(taxes, TaxComputation::total),
                sum(taxes, TaxComputation::roundOff),
                sum(taxes, TaxComputation::grandTotal),
                first.reverseCharge(),
                first.reasons());
    }

    private static TaxComputation.Line numbered(int lineNo, TaxComputation.Line line) {
        return new TaxComputation.Line(
                lineNo,
                line.hsn(),
                line.treatment(),
                line.taxableValue(),
                line.rate(),
                line.cgst(),
                line.sgst(),
                line.igst());
    }

    private static BigDecimal sum(List<TaxComputation> taxes, Function<TaxComputation, BigDecimal> amount) {
        return taxes.stream().map(amount).reduce(NOTHING, BigDecimal::add);
    }

    /** The value alone. */
    private static TaxComputation untaxed(TaxComputation tax) {
        List<TaxComputation.Line> lines = tax.lines().stream()
                .map(line -> new TaxComputation.Line(
                        line.lineNo(),
                        line.hsn(),
                        line.treatment(),
                        line.taxableValue(),
                        BigDecimal.ZERO,
                        NOTHING,
                        NOTHING,
                        NOTHING))
                .toList();
        List<Reason> reasons = new ArrayList<>(tax.reasons());
        reasons.add(TOO_LATE);
        return new TaxComputation(
                tax.placeOfSupplyCode(),
                tax.placeOfSupplyName(),
                tax.interState(),
                tax.nature(),
                tax.endorsement(),
                tax.reason(),
                lines,
                TaxComputation.summaryOf(lines),
                tax.taxableValue(),
                NOTHING,
                NOTHING,
                NOTHING,
                tax.taxableValue(),
                NOTHING,
                tax.taxableValue(),
                tax.reverseCharge(),
                reasons);
    }
}
