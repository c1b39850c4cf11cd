package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RatesTest {

    private static final LocalDate CHANGE = LocalDate.of(2025, 9, 22);

    @ParameterizedTest(name = "{0}: HSN {1} on {2} -> {4}")
    @CsvFileSource(resources = "/tax/rates.psv", delimiter = '|', nullValues = "-")
    void findsTheRate(String source, String hsn, LocalDate day, TaxTreatment treatment, BigDecimal rate) {
        if (treatment == null) {
            assertThat(Places.RATES.rate(hsn, day)).isEmpty();
        } else {
            assertThat(Places.RATES.rate(hsn, day)).hasValueSatisfying(found -> {
                assertThat(found.treatment()).isEqualTo(treatment);
                assertThat(found.rate()).isEqualByComparingTo(rate);
            });
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}, invoice {3}, payment {4} -> {5}")
    @CsvFileSource(resources = "/tax/rate-days.psv", delimiter = '|', nullValues = "-")
    void knowsWhoseDaysRateCounts(
            String source, Subject subject, LocalDate supplied, LocalDate invoiced, LocalDate paid, String rate) {
        RateDay day = subject == Subject.GOODS
                ? RateDay.ofGoods(supplied, invoiced)
                : RateDay.ofServices(supplied, invoiced, paid);

        assertThat(day.day().isBefore(CHANGE) ? "OLD" : "NEW").isEqualTo(rate);
        assertThat(day.reason().source()).startsWith("CGST Act s. 1");
    }

    @Test
    void refusesTwoRatesOnOneDay() {
        GstRate open = rate("8413", 18, "2022-07-18", null);
        GstRate until = rate("8413", 12, "2017-07-01", "2022-07-18");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateTable(List.of(open, until)))
                .withMessageContaining("8413 on 2022-07-18");
    }

    @Test
    void takesRatesThatFollowEachOther() {
        RateTable table = new RateTable(
                List.of(rate("8413", 18, "2022-07-18", null), rate("8413", 12, "2017-07-01", "2022-07-17")));

        assertThat(table.rate("8413", LocalDate.of(2022, 7, 17)).orElseThrow().rate())
                .isEqualByComparingTo("12");
    }

    private static GstRate rate(String prefix, int percent, String from, String until) {
        return new GstRate(
                prefix,
                TaxTreatment.TAXABLE,
                BigDecimal.valueOf(percent),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                "test");
    }
}
