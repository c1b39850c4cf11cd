package io.tradeflow.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.party.Gstin.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GstinTest {

    @ParameterizedTest
    @CsvSource({
        "24AAQCA8719H1ZC, TAXPAYER, 24, AAQCA8719H",
        "05AAACG2115R1ZN, TAXPAYER, 05, AAACG2115R",
        "29AABCR1718E1ZL, TAXPAYER, 29, AABCR1718E",
        "24AANFA2641L1ZF, TAXPAYER, 24, AANFA2641L",
        "05AAACG2140A1ZL, TAXPAYER, 05, AAACG2140A",
        "33AAAAR6720M1ZG, TAXPAYER, 33, AAAAR6720M",
        "24AABCR6898M1ZN, TAXPAYER, 24, AABCR6898M",
        "24AUTPV8831F1ZZ, TAXPAYER, 24, AUTPV8831F",
        "24AANCA4892J1Z8, TAXPAYER, 24, AANCA4892J",
        "29AABCF8078M1C8, TAX_COLLECTOR, 29, AABCF8078M",
        "06DELI09652G1DA, TAX_DEDUCTOR, 06,"
    })
    void readsWhatTheDepartmentGivesOut(String text, Kind kind, String stateCode, String pan) {
        Gstin gstin = new Gstin(text);

        assertThat(gstin.kind()).isEqualTo(kind);
        assertThat(gstin.stateCode()).isEqualTo(stateCode);
        assertThat(gstin.pan().orElse(null)).isEqualTo(pan);
    }

    /** Shapes of bodies of which no published number is at hand; the check character is computed. */
    @ParameterizedTest
    @CsvSource({
        "27ABCD12345E1Z, GOVERNMENT",
        "0717UNO00157UN, UN_BODY",
        "2917USA00001ON, UN_BODY",
        "2717ABC00001NR, NON_RESIDENT",
        "9917USA29016OS, ONLINE_SERVICE_FROM_ABROAD"
    })
    void knowsTheRarerShapes(String firstFourteen, Kind kind) {
        String text = firstFourteen + Gstin.checkCharacter(firstFourteen);
        assertThat(new Gstin(text).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"24AAQCA8719H1Z, C", "05AAACG2115R1Z, N", "29AABCR1718E1Z, L", "24AANFA2641L1Z, F", "24AANCA4892J1Z, 8"
    })
    void computesTheCheckCharacter(String firstFourteen, char check) {
        assertThat(Gstin.checkCharacter(firstFourteen)).isEqualTo(check);
    }

    @ParameterizedTest
    @CsvSource({
        "24AANFA2641L1ZK, check character",
        "01AABCE2207R1Z5, check character",
        "36AMBPG7773M002, shape",
        "24AAQCA8719H1Z, has 14",
        "'', has 0",
        "24AAQCA8719H0ZC, shape",
        "2XAAQCA8719H1ZC, shape",
        "39AAQCA8719H1Z4, No state"
    })
    void saysWhatIsWrong(String text, String why) {
        assertThat(Gstin.whyInvalid(text)).get().asString().contains(why);
        assertThatThrownBy(() -> new Gstin(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aMissingNumberIsNoGstin() {
        assertThat(Gstin.whyInvalid(null)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 24aaqca8719h1zc ", "24AAQCA8719H1ZC"})
    void takesItAsPeopleTypeIt(String text) {
        assertThat(new Gstin(text)).hasToString("24AAQCA8719H1ZC");
    }

    @Test
    void everySingleTypingErrorInTheSerialIsFound() {
        String right = "24AAQCA8719H1ZC";
        for (int at = 7; at < 11; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(Gstin.whyInvalid(typed).isEmpty()).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }
}
