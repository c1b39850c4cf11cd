package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NoteTaxTest {

    @ParameterizedTest(name = "{0}: {1} credited {2}")
    @CsvFileSource(resources = "/tax/notes.psv", delimiter = '|', nullValues = "-")
    void credits(
            String source,
            String lines,
            String notes,
            BigDecimal value,
            BigDecimal cgst,
            BigDecimal roundOff,
            String totalOrSlug) {
        TaxComputation invoice = invoice(lines);

        Problem refused = catchThrowableOfType(Problem.class, () -> {
            List<TaxComputation> given = new ArrayList<>();
            for (String note : notes.split(" / ")) {
                given.add(NoteTax.credit(invoice, given, values(note)));
            }
            TaxComputation last = given.get(given.size() - 1);
            assertThat(last.taxableValue()).isEqualByComparingTo(value);
            assertThat(last.cgst()).isEqualByComparingTo(cgst);
            assertThat(last.sgst()).isEqualByComparingTo(cgst);
            assertThat(last.roundOff()).isEqualByComparingTo(roundOff);
            assertThat(last.grandTotal()).isEqualByComparingTo(totalOrSlug);
        });

        assertThat(refused == null ? null : refused.slug()).isEqualTo(value == null ? totalOrSlug : null);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvFileSource(resources = "/tax/note-days.psv", delimiter = '|')
    void areReportedUntilNovember(String source, LocalDate supplied, LocalDate lastDay) {
        assertThat(NoteTax.lastDay(supplied)).isEqualTo(lastDay);
    }

    @Test
    void bearTheRateOfTheInvoiceThoughItChangedSince() {
        Supply old = new Supply(
                LocalDate.of(2025, 9, 1),
                "27",
                Supply.BuyerKind.REGISTERED,
                "24AAQCA8719H1ZC",
                Places.in("24"),
                null,
                false,
                List.of(Places.line(1, "8408", "1000.00")));
        TaxComputation invoice = TaxRules.compute(old, Places.RATES);

        assertThat(NoteTax.credit(invoice, List.of(), Map.of(1, new BigDecimal("100.00")))
                        .igst())
                .isEqualByComparingTo("28.00");
        TaxComputation more = NoteTax.debit(invoice, Map.of(1, new BigDecimal("100.00")));
        assertThat(more.igst()).isEqualByComparingTo("28.00");
        assertThat(more.total()).isEqualByComparingTo("128.00");
        assertThat(more.reasons()).extracting(Reason::code).contains("note-of-invoice");
    }

    @Test
    void debitLinesOfTheInvoiceOnly() {
        TaxComputation invoice = invoice("8413 100.00");

        assertThatThrownBy(() -> NoteTax.debit(invoice, Map.of(7, BigDecimal.ONE)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("note-line-unknown"));
    }

    private static TaxComputation invoice(String lines) {
        List<Supply.Line> supplied = new ArrayList<>();
        for (String line : lines.split("; ")) {
            String[] parts = line.split(" ");
            supplied.add(Places.line(supplied.size() + 1, parts[0], parts[1]));
        }
        return TaxRules.compute(Situations.named("INTRA").carrying(supplied), Places.RATES);
    }

    private static Map<Integer, BigDecimal> values(String note) {
        Map<Integer, BigDecimal> values = new HashMap<>();
        for (String part : note.split(" ")) {
            String[] pair = part.split("=");
            values.put(Integer.valueOf(pair[0]), new BigDecimal(pair[1]));
        }
        return values;
    }
}
