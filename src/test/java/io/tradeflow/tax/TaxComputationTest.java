package io.tradeflow.tax;

import static io.tradeflow.tax.Places.interState;
import static io.tradeflow.tax.Places.intraState;
import static io.tradeflow.tax.Places.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.Supply.BuyerKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxComputationTest {

    /** HSN 7403 bears 12 %, 8413 18 %, 4819 5 %, 7102 0.25 %, 8711 40 %, 4901 nil. */
    @ParameterizedTest(name = "{0}: {1} at HSN {2} -> heads {3}, lines {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        two lines of 7.60 at 12 %: head 0.91, not 0.92 | 7.60 7.60           | 7403 | 0.91    | 0.46 0.45
        one line, half up                              | 7.50                | 7403 | 0.45    | 0.45
        half a paisa goes up                           | 0.05                | 8711 | 0.01    | 0.01
        a quarter per cent                             | 1000.00             | 7102 | 1.25    | 1.25
        half of a quarter per cent                     | 100.00              | 7102 | 0.13    | 0.13
        9 % of 0.05 is less than half a paisa          | 0.05                | 8413 | 0.00    | 0.00
        9 % of 0.06 is more                            | 0.06                | 8413 | 0.01    | 0.01
        remainder waits for the line where it is whole | 0.05 0.05           | 8413 | 0.01    | 0.00 0.01
        ten small lines                                | 0.01 0.01 0.01 0.01 0.01 0.01 0.01 0.01 0.01 0.01 | 8413 | 0.01 | 0.00 0.00 0.00 0.00 0.00 0.01 0.00 0.00 0.00 0.00
        three equal lines                              | 33.33 33.33 33.33   | 8413 | 9.00    | 3.00 3.00 3.00
        a lakh                                         | 100000.00           | 8413 | 9000.00 | 9000.00
        forty per cent                                 | 99.99               | 8711 | 20.00   | 20.00
        five per cent, 2.5 each                        | 1.00 1.00 1.00      | 4819 | 0.08    | 0.03 0.02 0.03
        nil-rated                                      | 500.00              | 4901 | 0.00    | 0.00
        """)
    void roundsEachHalfOncePerRateAndHandsTheRemainderOn(
            String source, String values, String hsn, BigDecimal head, String perLine) {
        TaxComputation tax = TaxRules.compute(intraState(lines(values, hsn)), Places.RATES);

        assertThat(tax.cgst()).isEqualByComparingTo(head);
        assertThat(tax.sgst()).isEqualByComparingTo(head);
        assertThat(tax.igst()).isZero();
        assertThat(tax.lines()).extracting(TaxComputation.Line::cgst).containsExactlyElementsOf(amounts(perLine));
        assertThat(tax.lines()).extracting(TaxComputation.Line::sgst).containsExactlyElementsOf(amounts(perLine));
    }

    @ParameterizedTest(name = "{0} at HSN {1} -> IGST {2}, lines {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        7.60 7.60         | 7403 | 1.82  | 0.91 0.91
        0.03 0.03         | 8413 | 0.01  | 0.01 0.00
        33.33 33.33 33.33 | 8413 | 18.00 | 6.00 6.00 6.00
        1000.00           | 7102 | 2.50  | 2.50
        14.87             | 8413 | 2.68  | 2.68
        """)
    void roundsIntegratedTaxOncePerRate(String values, String hsn, BigDecimal head, String perLine) {
        TaxComputation tax = TaxRules.compute(interState(lines(values, hsn)), Places.RATES);

        assertThat(tax.igst()).isEqualByComparingTo(head);
        assertThat(tax.cgst()).isZero();
        assertThat(tax.sgst()).isZero();
        assertThat(tax.lines()).extracting(TaxComputation.Line::igst).containsExactlyElementsOf(amounts(perLine));
    }

    @ParameterizedTest(name = "total {1} -> {2}, round-off {3}")
    @CsvSource({
        "100.00, 100.00, 100.00, 0.00",
        "100.49, 100.49, 100.00, -0.49",
        "100.50, 100.50, 101.00, 0.50",
        "100.51, 100.51, 101.00, 0.49",
        "0.01, 0.01, 0.00, -0.01",
        "0.50, 0.50, 1.00, 0.50",
        "17.02, 17.02, 17.00, -0.02",
    })
    void roundsTheTotalToTheRupee(String nilRated, BigDecimal total, BigDecimal grandTotal, BigDecimal roundOff) {
        TaxComputation tax = TaxRules.compute(intraState(line(1, "4901", nilRated)), Places.RATES);

        assertThat(tax.total()).isEqualByComparingTo(total);
        assertThat(tax.grandTotal()).isEqualByComparingTo(grandTotal);
        assertThat(tax.roundOff()).isEqualByComparingTo(roundOff);
    }

    @Test
    void doesNotRoundTheTotalOfAForeignCurrency() {
        Supply supply = new Supply(
                Places.TODAY,
                "27",
                BuyerKind.OVERSEAS,
                null,
                Places.abroad(),
                null,
                true,
                "USD",
                List.of(line(1, "8413", "1250.37")));

        TaxComputation tax = TaxRules.compute(supply, Places.RATES);

        assertThat(tax.grandTotal()).isEqualByComparingTo("1250.37");
        assertThat(tax.roundOff()).isZero();
    }

    @Test
    void taxesNothingUnderALetterOfUndertakingAndNeedsNoRateThere() {
        TaxComputation tax = TaxRules.compute(
                Places.supply(BuyerKind.OVERSEAS, null, Places.abroad(), null, true, line(1, "99999999", "500.00")),
                Places.RATES);

        assertThat(tax.tax()).isZero();
        assertThat(tax.lines()).extracting(TaxComputation.Line::treatment).containsExactly(TaxTreatment.ZERO_RATED);
    }

    @Test
    void chargesIntegratedTaxOnAnExportWithPayment() {
        TaxComputation tax =
                TaxRules.compute(Places.supply(BuyerKind.OVERSEAS, null, Places.abroad(), null, false), Places.RATES);

        assertThat(tax.igst()).isEqualByComparingTo("180.00");
        assertThat(tax.lines()).extracting(TaxComputation.Line::treatment).containsExactly(TaxTreatment.ZERO_RATED);
    }

    @ParameterizedTest(name = "HSN {0} on {1} -> {2} %")
    @CsvSource({
        "84137010, 2026-11-23, 18",
        "84132000, 2026-11-23, 5",
        "841320,   2026-11-23, 5",
        "84135010, 2026-11-23, 18",
        "8481,     2026-11-23, 18",
        "84089090, 2025-09-21, 28",
        "84089090, 2025-09-22, 18",
        "48191010, 2025-09-21, 12",
        "48191010, 2025-09-22, 5",
        "87112029, 2025-09-22, 40",
    })
    void takesTheRateOfTheLongestPrefixOnTheDay(String hsn, LocalDate day, BigDecimal percent) {
        assertThat(Places.RATES.rate(hsn, day))
                .hasValueSatisfying(rate -> assertThat(rate.rate()).isEqualByComparingTo(percent));
    }

    @ParameterizedTest
    @CsvSource({"8711, 2025-09-21", "4819, 2017-06-30", "9026, 2026-11-23", "48, 2026-11-23"})
    void knowsNoRateBeforeItCountsOrForAShorterCode(String hsn, LocalDate day) {
        assertThat(Places.RATES.rate(hsn, day)).isEmpty();
    }

    @Test
    void namesEveryLineWhoseRateIsMissing() {
        assertThatThrownBy(() -> TaxRules.compute(
                        intraState(line(1, "9026", "1.00"), line(2, "8413", "1.00"), line(3, "9027", "1.00")),
                        Places.RATES))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.slug()).isEqualTo("tax-rate-missing");
                    assertThat(problem.violations())
                            .extracting(Problem.Violation::field)
                            .containsExactly("lines[0].hsn", "lines[2].hsn");
                });
    }

    @Test
    void sumsUpByHsnAndRate() {
        TaxComputation tax = TaxRules.compute(
                intraState(
                        line(1, "8481", "100.00"),
                        line(2, "4819", "40.00"),
                        line(3, "8481", "50.00"),
                        line(4, "4901", "10.00")),
                Places.RATES);

        assertThat(tax.summary())
                .extracting(row ->
                        row.hsn() + " " + row.rate() + " " + row.taxableValue() + " " + row.cgst() + " " + row.sgst())
                .containsExactly("4819 5 40.00 1.00 1.00", "4901 0 10.00 0.00 0.00", "8481 18 150.00 13.50 13.50");
    }

    @Test
    void refusesAValueThatWasNotRounded() {
        assertThatThrownBy(() -> TaxRules.compute(intraState(line(1, "8413", "1.005")), Places.RATES))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void refusesANegativeValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxRules.compute(intraState(line(1, "8413", "-1.00")), Places.RATES));
    }

    private static Supply.Line[] lines(String values, String hsn) {
        List<BigDecimal> amounts = amounts(values);
        Supply.Line[] lines = new Supply.Line[amounts.size()];
        for (int index = 0; index < lines.length; index++) {
            lines[index] = new Supply.Line(index + 1, hsn, amounts.get(index));
        }
        return lines;
    }

    private static List<BigDecimal> amounts(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
