package io.tradeflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeingTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 31);

    @ParameterizedTest(name = "{0} days late is in {1}")
    @CsvSource({
        "-5, current",
        "0, current",
        "1, upTo30",
        "30, upTo30",
        "31, upTo60",
        "60, upTo60",
        "61, upTo90",
        "90, upTo90",
        "91, over90",
        "800, over90"
    })
    void eachAmountIsInOneColumn(int daysLate, String column) {
        Money hundred = Money.of("100", "INR");

        Ageing ageing = Ageing.none("B", "B", null, "INR").with(AS_OF.minusDays(daysLate), hundred, AS_OF);

        assertThat(
                        switch (column) {
                            case "current" -> ageing.current();
                            case "upTo30" -> ageing.upTo30();
                            case "upTo60" -> ageing.upTo60();
                            case "upTo90" -> ageing.upTo90();
                            default -> ageing.over90();
                        })
                .isEqualTo(hundred);
        assertThat(ageing.total()).isEqualTo(hundred);
        assertThat(ageing.withUnapplied(Money.of("30", "INR")).total()).isEqualTo(Money.of("70", "INR"));
    }
}
