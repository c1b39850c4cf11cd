package io.tradeflow.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanCodeTest {

    private static final String GTIN = "06291041500213";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)06291041500213(17)270131(10)LOT-1",
                "]C101062910415002131727013110LOT-1",
                "010629104150021310LOT-1\u001d17270131",
                "]d2010629104150021317270131\u001d10LOT-1",
            })
    void aGs1BarcodeTellsProductBatchAndExpiry(String scanned) {
        assertThat(ScanCode.parse(scanned)).isEqualTo(new ScanCode(GTIN, "LOT-1", LocalDate.of(2027, 1, 31), null));
    }

    @Test
    void dayZeroIsTheLastOfTheMonth() {
        assertThat(ScanCode.parse("(01)06291041500213(17)280200").expiresOn()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6291041500213", "06291041500213", " 6291041500213 ", "]e06291041500213"})
    void aGtinAloneTellsTheProduct(String scanned) {
        assertThat(ScanCode.parse(scanned)).isEqualTo(new ScanCode(GTIN, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CP-010-CI",
                "C-01-2",
                "10LOT",
                "6291041500214",
                "(01)06291041500214",
                "(01)06291041500213(17)271331",
                "(01)06291041500213(99)x",
                "(01",
                "01",
            })
    void allElseIsTextAsItStands(String scanned) {
        assertThat(ScanCode.parse(scanned)).isEqualTo(new ScanCode(null, null, null, scanned));
    }
}
