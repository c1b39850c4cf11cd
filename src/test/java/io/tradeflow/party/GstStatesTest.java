package io.tradeflow.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GstStatesTest {

    @ParameterizedTest
    @CsvSource({
        "27, 399999, false",
        "27, 400001, true",
        "27, 445999, true",
        "27, 446000, false",
        "33, 600001, true",
        "33, 643999, true",
        "33, 644000, false",
        "07, 110002, true",
        "07, 111001, false",
        "34, 605001, true",
        "34, 606001, false",
        "34, 673001, true",
        "36, 500016, true",
        "38, 194101, true",
        "97, 999999, true"
    })
    void knowsWhichPinsLieInAState(String code, String pin, boolean lies) {
        assertThat(GstStates.withCode(code).orElseThrow().canHavePin(pin)).isEqualTo(lies);
    }

    @ParameterizedTest
    @CsvSource({"411001, true", "011001, false", "41100, false", "4110011, false", "41100A, false", ", false"})
    void knowsTheShapeOfAPin(String text, boolean pin) {
        assertThat(GstState.isPin(text)).isEqualTo(pin);
    }

    @ParameterizedTest
    @CsvSource({"25, 26", "28, 37"})
    void neverOffersWhatWasReplaced(String old, String today) {
        GstState state = GstStates.withCode(old).orElseThrow();

        assertThat(state.isCurrent()).isFalse();
        assertThat(state.currentCode()).isEqualTo(today);
        assertThat(GstStates.current())
                .extracting(GstState::code)
                .contains(today)
                .doesNotContain(old);
    }

    @Test
    void everyReplacementIsInUse() {
        assertThat(GstStates.current()).hasSize(37).allSatisfy(state -> assertThat(state.currentCode())
                .isEqualTo(state.code()));
        assertThat(GstStates.withCode("96")).isEmpty();
        assertThat(GstStates.withCode(null)).isEmpty();
    }
}
