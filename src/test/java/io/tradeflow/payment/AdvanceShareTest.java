package io.tradeflow.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvanceShareTest {

    @ParameterizedTest(name = "{0} left, invoice {1} of {2} remaining takes {3}")
    @CsvSource({
        "300, 500, 1000, 150.00",
        "150, 500, 500, 150", // the last takes what is left
        "100, 333.33, 1000, 33.33",
        "0.05, 0.10, 1000, 0.00",
        "2000, 500, 1000, 500", // never beyond the invoice
        "0, 500, 1000, 0.00",
        "50, 500, 400, 50", // invoiced for more than was left of the order
    })
    void carriesTheAdvanceOfItsPart(BigDecimal left, BigDecimal invoice, BigDecimal remaining, BigDecimal share) {
        assertThat(AdvanceShare.of(left, invoice, remaining)).isEqualByComparingTo(share);
    }

    @Property
    void theInvoicesOfAnOrderTakeTheWholeAdvanceBetweenThem(
            @ForAll @IntRange(min = 1, max = 100_000) int first,
            @ForAll @IntRange(min = 1, max = 100_000) int second,
            @ForAll @IntRange(min = 1, max = 100_000) int third,
            @ForAll @IntRange(max = 100) int percent) {
        BigDecimal remaining = BigDecimal.valueOf(first + second + third);
        BigDecimal left = remaining.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        for (int part : new int[] {first, second, third}) {
            BigDecimal invoice = BigDecimal.valueOf(part);
            BigDecimal share = AdvanceShare.of(left, invoice, remaining);
            assertThat(share).isBetween(BigDecimal.ZERO, invoice);
            left = left.subtract(share);
            remaining = remaining.subtract(invoice);
        }
        assertThat(left).isEqualByComparingTo("0");
    }
}
