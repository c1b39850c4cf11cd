package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.party.GstStates;
import io.tradeflow.party.Gstin;
import io.tradeflow.party.Pan;
import io.tradeflow.party.TransporterId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RegistrationNumbersTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3} -> {4}")
    @CsvFileSource(resources = "/tax/registration-numbers.psv", delimiter = '|', nullValues = "-")
    void tellsRightFromWrong(
            String source, String what, String text, Gstin.Mode mode, String kindOrWrong, String state, String pan) {
        Optional<String> wrong =
                switch (what) {
                    case "GSTIN" -> Gstin.whyInvalid(text, mode);
                    case "PAN" -> Pan.whyInvalid(text);
                    default -> TransporterId.whyInvalid(text);
                };

        if (what.equals("GSTIN") && state != null) {
            Gstin gstin = new Gstin(text, mode);
            assertThat(gstin.kind()).hasToString(kindOrWrong);
            assertThat(gstin.stateCode()).isEqualTo(state);
            assertThat(gstin.pan().orElse(null)).isEqualTo(pan);
        } else if (kindOrWrong == null) {
            assertThat(wrong).isEmpty();
            assertThat(what.equals("PAN") ? new Pan(text).value() : new TransporterId(text).value())
                    .isEqualTo(pan == null ? text : pan);
        } else {
            assertThat(wrong.orElseThrow()).contains(kindOrWrong);
        }
    }

    @ParameterizedTest(name = "{0}: {2} in {1} is {3}")
    @CsvFileSource(resources = "/tax/pins.psv", delimiter = '|')
    void knowsWhereAPinLies(String source, String state, String pin, boolean lies) {
        assertThat(GstStates.withCode(state).orElseThrow().canHavePin(pin)).isEqualTo(lies);
    }
}
