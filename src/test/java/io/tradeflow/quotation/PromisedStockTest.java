package io.tradeflow.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stock there is for a line on the day it is promised for. */
class PromisedStockTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate SOON = TODAY.plusDays(5);
    private static final LocalDate LATER = TODAY.plusDays(60);

    @Test
    void whatExpiresBeforeThePromisedDayDoesNotCount() {
        List<StockOutlook.Lot> lots = List.of(lot("8", TODAY.plusDays(10)), lot("5", null));

        Map<Integer, PromisedStock.Line> found =
                PromisedStock.of(List.of(firm(1, "10", LATER), firm(2, "3", SOON)), null, lots, TODAY);

        assertThat(found.get(2).missing()).isZero();
        assertThat(found.get(2).free()).isEqualByComparingTo("13");
        assertThat(found.get(1).free()).isEqualByComparingTo("5");
        assertThat(found.get(1).missing()).isEqualByComparingTo("5");
    }

    @Test
    void earlierPromisesAreServedFirstWhateverTheOrderOfLines() {
        List<Quote.Line> lines = new ArrayList<>(
                List.of(firm(1, "6", null), firm(2, "6", LATER), firm(3, "6", SOON), option(4, "6", SOON)));
        for (int turn = 0; turn < 8; turn++) {
            Collections.shuffle(lines, new java.util.Random(turn));
            Map<Integer, PromisedStock.Line> found = PromisedStock.of(lines, null, List.of(lot("10", null)), TODAY);
            assertThat(found.get(3).missing()).isZero();
            assertThat(found.get(2).missing()).isEqualByComparingTo("2");
            assertThat(found.get(1).missing()).isEqualByComparingTo("6");
            assertThat(found.get(4).missing()).as("counts for nothing").isEqualByComparingTo("6");
        }
    }

    @Test
    void theInquirysDayHoldsForLinesWithoutOne() {
        PromisedStock.Line line = PromisedStock.of(List.of(firm(1, "1", null)), LATER, List.of(lot("9", SOON)), TODAY)
                .get(1);

        assertThat(line.promised()).isEqualTo(LATER);
        assertThat(line.isShort()).isTrue();
    }

    @Test
    void whatIsToComeCountsFromItsDayOn() {
        List<StockOutlook.Lot> lots =
                List.of(lot("4", null), new StockOutlook.Lot("V", new BigDecimal("6"), SOON.plusDays(1), null));

        Map<Integer, PromisedStock.Line> found =
                PromisedStock.of(List.of(firm(1, "5", SOON), firm(2, "5", LATER)), null, lots, TODAY);

        assertThat(found.get(1).free()).isEqualByComparingTo("4");
        assertThat(found.get(1).missing()).isEqualByComparingTo("1");
        assertThat(found.get(2).free()).isEqualByComparingTo("10");
        assertThat(found.get(2).missing()).isZero();
    }

    @Test
    void aPromiseThatIsPastIsJudgedAsOfNow() {
        PromisedStock.Line line = PromisedStock.of(
                        List.of(firm(1, "1", TODAY.minusDays(3))), null, List.of(lot("9", TODAY)), TODAY)
                .get(1);

        assertThat(line.isShort()).isFalse();
    }

    private static StockOutlook.Lot lot(String quantity, LocalDate lastDay) {
        return new StockOutlook.Lot("V", new BigDecimal(quantity), null, lastDay);
    }

    private static Quote.Line firm(int lineNo, String quantity, LocalDate neededBy) {
        return line(lineNo, quantity, neededBy, QuoteLineKind.FIRM);
    }

    private static Quote.Line option(int lineNo, String quantity, LocalDate neededBy) {
        return line(lineNo, quantity, neededBy, QuoteLineKind.OPTIONAL);
    }

    private static Quote.Line line(int lineNo, String quantity, LocalDate neededBy, QuoteLineKind kind) {
        return new Quote.Line(
                lineNo,
                "V",
                "Valve",
                "8481",
                new Quantity(new BigDecimal(quantity), "NOS"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                kind,
                null,
                null,
                neededBy,
                null,
                null,
                LineShares.NONE,
                false,
                null,
                null);
    }
}
