package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.inventory.ExpectedReceipt.Source;
import io.tradeflow.inventory.ExpectedReceipt.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a product can be promised on which day. */
class StockForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void whoWaitsTakesWhatIsThereAndThenWhatComesFirst() {
        StockForecast forecast = forecast("10", "7", "12", "0");

        assertThat(forecast.now()).isZero();
        assertThat(forecast.on(TODAY.plusDays(3))).isEqualByComparingTo("5");
        assertThat(forecast.firstDayOf(new BigDecimal("5"), TODAY)).contains(TODAY.plusDays(3));
    }

    @Test
    void whoLeavesCompleteKeepsNothingThatIsThereButTakesWhatComes() {
        StockForecast forecast = forecast("4", "10", "0", "6");

        assertThat(forecast.now()).isEqualByComparingTo("4");
        assertThat(forecast.on(TODAY.plusDays(3))).isEqualByComparingTo("8");
    }

    private static StockForecast forecast(String free, String coming, String waited, String waitedWhole) {
        return StockForecast.of(
                "S",
                List.of(new Fefo.Candidate(1, "PUN", "S", null, Instant.EPOCH, null, new BigDecimal(free))),
                List.of(new ExpectedReceipt(
                        1,
                        "PO-1",
                        "PUN",
                        "S",
                        new BigDecimal(coming),
                        BigDecimal.ZERO,
                        TODAY.plusDays(3),
                        TODAY.plusDays(3),
                        Source.PURCHASE,
                        Status.OPEN)),
                new BigDecimal(waited),
                new BigDecimal(waitedWhole),
                TODAY);
    }
}
