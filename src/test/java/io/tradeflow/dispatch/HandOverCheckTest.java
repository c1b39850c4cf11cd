package io.tradeflow.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.dispatch.HandOver.Mode;
import io.tradeflow.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"MH12AB1234", "mh 12 ab 1234", "MH-12-A-1234", "DL1CAB1234", "TN371234", "22BH1234AA", "TR123456"
            })
    void knowsIndianVehicleNumbers(String number) {
        HandOver tidy = HandOverCheck.tidy(new HandOver(Mode.ROAD, "VRL", number, null, null));

        assertThatCode(() -> HandOverCheck.check(tidy)).doesNotThrowAnyException();
        assertThat(tidy.vehicleNumber()).matches("[A-Z0-9]{7,10}");
    }

    @ParameterizedTest
    @CsvSource({
        "ROAD, VRL,        ,        , vehicleNumber",
        "ROAD, VRL, 1234   ,        , vehicleNumber",
        "ROAD, VRL, MH12AB123456789,, vehicleNumber",
        "ROAD,    , MH12AB1234,     , carrier",
        "RAIL, VRL, MH12AB1234,     , transportDocumentNumber",
        "AIR,  VRL,        ,        , transportDocumentNumber",
        "SHIP, VRL,        , 1234567890123456, transportDocumentNumber",
        "    , VRL, MH12AB1234,     , mode"
    })
    void namesTheWrongField(Mode mode, String carrier, String vehicle, String document, String field) {
        HandOver tidy = HandOverCheck.tidy(new HandOver(mode, carrier, vehicle, document, null));

        assertThatThrownBy(() -> HandOverCheck.check(tidy))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Problem.Violation::field)
                        .containsExactly(field));
    }

    @Test
    void takesATransportDocumentInstead() {
        for (Mode mode : Mode.values()) {
            HandOver tidy = HandOverCheck.tidy(new HandOver(mode, "VRL", " ", "LR/2627-0045", ""));

            assertThatCode(() -> HandOverCheck.check(tidy)).doesNotThrowAnyException();
            assertThat(tidy.vehicleNumber()).isNull();
        }
    }
}
