package io.tradeflow.fulfilment.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineQuantitiesTest {

    @Test
    void readsDecimalsExactly() {
        assertThat(LineQuantities.parse("picked", "{\"2\":\"0\",\"1\":\"12.500001\"}"))
                .isEqualTo(Map.of(1, new BigDecimal("12.500001"), 2, new BigDecimal("0")));
        assertThat(LineQuantities.parse("rejected", null)).isEmpty();
        assertThat(LineQuantities.parse("rejected", "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"1\"",
                "{\"1\":\"1\"",
                "{\"1\":\"1\"} x",
                "{\"1\":\"1\",\"1\":\"2\"}",
                "{1:\"1\"}",
                "null"
            })
    void refusesWhatIsNoObject(String text) {
        assertThatThrownBy(() -> LineQuantities.parse("picked", text))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly("picked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"1\":1}                | picked[1]",
                "{\"1\":1.5}              | picked[1]",
                "{\"1\":null}             | picked[1]",
                "{\"1\":\"1e3\"}          | picked[1]",
                "{\"1\":\"-1\"}           | picked[1]",
                "{\"1\":\"+1\"}           | picked[1]",
                "{\"1\":\" 1\"}           | picked[1]",
                "{\"1\":\"1.1234567\"}    | picked[1]",
                "{\"1\":\"12345678901234\"} | picked[1]",
                "{\"1\":\"\"}             | picked[1]",
                "{\"0\":\"1\"}            | picked[0]",
                "{\"01\":\"1\"}           | picked[01]",
                "{\"x\":\"1\"}            | picked[x]"
            })
    void refusesWhatIsNoQuantityByLine(String text, String field) {
        assertThatThrownBy(() -> LineQuantities.parse("picked", text))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly(field));
    }

    @Test
    void refusesFloatingPointWeights() {
        assertThat(FormText.decimal("12.5", "grossWeightKg")).isEqualByComparingTo("12.5");
        assertThat(FormText.decimal(12, "grossWeightKg")).isEqualByComparingTo("12");
        assertThatThrownBy(() -> FormText.decimal(12.5d, "grossWeightKg")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FormText.decimal(null, "grossWeightKg")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FormText.wholeNumber("1.5", "packages")).isInstanceOf(Problem.class);
        assertThat(FormText.wholeNumber("3", "packages")).isEqualTo(3);
    }
}
