package io.tradeflow.invoicing;

import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
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

    static final EarlierNotes NONE = new EarlierNotes(List.of(), List.of(), Map.of());

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
