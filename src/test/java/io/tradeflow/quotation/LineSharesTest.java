package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LineSharesTest {

    @Test
    void afterTheShareWasLoweredPartsTakeNothingUntilTheLastTakesTheRemainder() {
        LineShares changed = freight("526.31");
        LineShares taken = freight("500.00");

        LineShares next = changed.part(taken, new BigDecimal("6"), BigDecimal.TEN, new BigDecimal("100"));
        assertThat(next.freightShare()).isEqualByComparingTo("0");

        LineShares last = changed.part(taken.plus(next), BigDecimal.TEN, BigDecimal.TEN, new BigDecimal("400"));
        assertThat(last.freightShare()).isEqualByComparingTo("26.31");
    }

    private static LineShares freight(String amount) {
        return new LineShares(BigDecimal.ZERO, new BigDecimal(amount), BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
