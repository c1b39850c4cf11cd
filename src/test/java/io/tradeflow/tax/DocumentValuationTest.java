package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.tax.PricedSupply.Bearing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pumps at 18 %, pipes at 5 %: 600.00 and 300.00, 90.00 freight, 45.00 off the whole. */
class DocumentValuationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final PricedSupply.Charges FREIGHT =
            new PricedSupply.Charges(amount("90.00"), amount("0.00"), amount("0.00"));
    private final Gst gst = mock(Gst.class);

    @BeforeEach
    void rates() {
        when(gst.rate(any(), any())).thenReturn(Optional.empty());
        rate("8413", "18");
        rate("3917", "5");
    }

    @Test
    void allGoodsBearFreightByTheirValue() {
        assertThat(split(Bearing.ALL_LINES, "8413", "3917")).containsExactly("60.00", "30.00");
    }

    @Test
    void theGoodsWithTheHighestRateBearItWhereTheHouseHasChosenSo() {
        assertThat(split(Bearing.HIGHEST_RATE, "8413", "3917")).containsExactly("90.00", "0.00");
        assertThat(split(Bearing.HIGHEST_RATE, "3917", "8413")).containsExactly("0.00", "90.00");
    }

    @Test
    void goodsOfOneRateBearItTogetherEitherWay() {
        assertThat(split(Bearing.HIGHEST_RATE, "8413", "8413")).containsExactly("60.00", "30.00");
        assertThat(split(Bearing.HIGHEST_RATE, "1001", "1002"))
                .as("without known rates")
                .containsExactly("60.00", "30.00");
    }

    @Test
    void theDiscountIsBorneByAllWhoeverBearsTheFreight() {
        assertThat(valued(Bearing.HIGHEST_RATE, "8413", "3917"))
                .extracting(ValuedLine::discountShare)
                .containsExactly(amount("30.00"), amount("15.00"));
    }

    private List<String> split(Bearing bearing, String first, String second) {
        return valued(bearing, first, second).stream()
                .map(line -> line.freightShare().toPlainString())
                .toList();
    }

    private List<ValuedLine> valued(Bearing bearing, String first, String second) {
        return new DocumentValuation(gst, bearing)
                .split(
                        List.of(
                                new Valuation.Part(1, first, amount("600.00"), BigDecimal.ONE),
                                new Valuation.Part(2, second, amount("300.00"), BigDecimal.ONE)),
                        DAY,
                        amount("45.00"),
                        FREIGHT);
    }

    private void rate(String hsn, String percent) {
        GstRate rate = mock(GstRate.class);
        when(rate.rate()).thenReturn(amount(percent));
        when(gst.rate(hsn, DAY)).thenReturn(Optional.of(rate));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }
}
