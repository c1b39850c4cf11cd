package io.tradeflow.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Gs1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageLabelTest {

    @Test
    void aLabelHasEighteenDigitsOfWhichTheLastChecksTheOthers() {
        String label = new PackageLabel("8901234").of(42);

        assertThat(label).matches("38901234000000042\\d");
        assertThat(Gs1.checkDigit(label.substring(0, 17))).isEqualTo(label.charAt(17) - '0');
    }

    /** The example of the GS1 General Specifications, 7.9. */
    @Test
    void theCheckDigitIsThatOfTheStandard() {
        assertThat(Gs1.checkDigit("37610425002123456")).isEqualTo(9);
        assertThat(Gs1.isGtin("6291041500213")).isTrue();
        assertThat(Gs1.isGtin("6291041500214")).isFalse();
        assertThat(Gs1.isGtin("629104150021")).isFalse();
        assertThat(Gs1.isGtin(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "12345678901", "89O1234"})
    void aPrefixThatCannotBeIsRefusedAtTheStart(String prefix) {
        assertThatThrownBy(() -> new PackageLabel(prefix)).isInstanceOf(IllegalArgumentException.class);
    }
}
