package io.tradeflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+91 20 5550", "-x", "@SUM(A1)", "\uFF1D1", "=HYPERLINK(\"a\";\"b\")\nmore"})
    void whatSpreadsheetsWouldRunGoesOutBehindAnApostropheAndComesBack(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo("'" + cell);
        assertThat(FormulaGuard.unguarded("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1", "''=1", "'", "'quoted'", "-5", "-5.25", "plain", "a=b", "'a"})
    void whateverGoesOutComesBack(String cell) {
        assertThat(FormulaGuard.unguarded(FormulaGuard.guarded(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-5.25", "plain", "a=b", "'quoted'"})
    void whatIsHarmlessGoesOutAsItIs(String cell) {
        assertThat(FormulaGuard.guarded(cell)).isEqualTo(cell);
    }
}
