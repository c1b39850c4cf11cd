package io.tradeflow.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-07, 2026-07-01, 2026-07-31, 072026, July 2026",
        "2028-02, 2028-02-01, 2028-02-29, 022028, February 2028",
        "2026-27-Q1, 2026-04-01, 2026-06-30, 062026, April to June 2026",
        "2026-27-Q4, 2027-01-01, 2027-03-31, 032027, January to March 2027",
    })
    void monthsAndQuartersOfTheFinancialYear(
            String key, LocalDate from, LocalDate until, String ofReturn, String label) {
        Period period = Period.parse(key);
        assertThat(period).isEqualTo(new Period(from, until));
        assertThat(period.key()).isEqualTo(key);
        assertThat(period.ofReturn()).isEqualTo(ofReturn);
        assertThat(period.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-13", "2026-28-Q1", "2026-27-Q5", "July", ""})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.slug()).isEqualTo("period-invalid"));
    }

    @Test
    void thePeriodsOfferedBeginWithThisMonthAndNameEachQuarterThatEnds() {
        assertThat(Period.upTo(LocalDate.of(2026, 7, 15), 3))
                .extracting(Period::key)
                .containsExactly("2026-07", "2026-27-Q1", "2026-06", "2026-05");
    }
}
