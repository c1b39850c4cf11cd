package io.tradeflow.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.kernel.Problem;
import io.tradeflow.tax.PricedSupply.Item;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rates as the program uses them: read once a minute, and again before a document is refused for want of one. */
class GstTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T06:30:00Z"), ZoneId.of("Asia/Kolkata"));

    private final List<GstRate> entered = new ArrayList<>();
    private int reads;
    private final Gst gst = new Gst(
            new GstRates(null, null) {
                @Override
                public List<GstRate> all() {
                    reads++;
                    return List.copyOf(entered);
                }
            },
            NOON);

    @Test
    void looksAgainForARateThatAnotherCopyOfTheProgramEntered() {
        PricedSupply priced = new PricedSupply(
                Situations.named("INTER"), List.of(new Item(1, "8413", BigDecimal.TEN, new BigDecimal("10.05"))));
        assertThatThrownBy(() -> gst.compute(priced))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("tax-rate-missing"));
        entered.add(new GstRate(
                "84", TaxTreatment.TAXABLE, BigDecimal.valueOf(18), LocalDate.of(2017, 7, 1), null, "test"));

        TaxedSupply taxed = gst.compute(priced);

        assertThat(taxed.tax().igst()).isEqualByComparingTo("18.09");
        assertThat(taxed.grandTotal()).isEqualByComparingTo("119");
        assertThat(gst.compute(Situations.named("INTER").carrying(List.of(Places.line(1, "8413", "100.50"))))
                        .igst())
                .isEqualByComparingTo("18.09");
        assertThat(reads)
                .as("two for the first, one for the second, none for the third")
                .isEqualTo(3);
    }
}
