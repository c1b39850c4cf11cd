package io.tradeflow.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.pricing.PriceRow.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChoiceTest {

    private static final List<CandidateRow> ROWS = List.of(
            row(1, Level.BASE, "1", "100", "2026-04-01"),
            row(2, Level.BASE, "10", "95", "2026-04-01"),
            row(3, Level.BASE, "100", "90", "2026-04-01"),
            row(4, Level.GROUP, "10", "97", "2026-04-01"),
            row(5, Level.CUSTOMER, "50", "99", "2026-04-01"));

    @ParameterizedTest
    @CsvSource({"1, 1", "9.999999, 1", "10, 4", "49.999999, 4", "50, 5", "99, 5", "1000, 5"})
    void takesTheNearestLevelAndThereTheLargestTierReached(BigDecimal quantity, long winner) {
        assertThat(PriceChoice.winner(ROWS, quantity))
                .get()
                .extracting(CandidateRow::id)
                .isEqualTo(winner);
    }

    @Test
    void belowTheLowestTierThereIsNoPrice() {
        assertThat(PriceChoice.winner(ROWS, new BigDecimal("0.5"))).isEmpty();
        assertThat(PriceChoice.smallestTier(ROWS)).contains(BigDecimal.ONE);
        assertThat(PriceChoice.smallestTier(List.of())).isEmpty();
    }

    @Test
    void theListPriceIsTheBasePriceOfOne() {
        assertThat(PriceChoice.list(ROWS)).get().extracting(CandidateRow::id).isEqualTo(1L);
        assertThat(PriceChoice.list(ROWS.subList(1, 5))).isEmpty();
    }

    @Test
    void tiesGoToTheLatestThenTheCheapestThenTheOldestRow() {
        List<CandidateRow> tied = List.of(
                row(11, Level.BASE, "1", "80", "2026-04-01"),
                row(12, Level.BASE, "1", "100", "2026-10-01"),
                row(13, Level.BASE, "1", "90", "2026-10-01"),
                row(14, Level.BASE, "1", "90", "2026-10-01"));

        List<CandidateRow> ordered = new ArrayList<>(tied);
        ordered.sort(PriceChoice.BEST_FIRST);
        assertThat(ordered).extracting(CandidateRow::id).containsExactly(13L, 14L, 12L, 11L);
    }

    @Test
    void saysWhichRowWon() {
        assertThat(ROWS.get(4).inWords()).isEqualTo("Customer price from 50 NOS, valid from 1 Apr 2026");
        assertThat(ROWS.get(3).inWords()).isEqualTo("Group price RETAIL from 10 NOS, valid from 1 Apr 2026");
        assertThat(ROWS.get(0).inWords()).isEqualTo("Base price from 1 NOS, valid from 1 Apr 2026");
    }

    @Property
    void theOrderOfLoadingDoesNotMatter(
            @ForAll("candidates") List<CandidateRow> rows,
            @ForAll("quantities") BigDecimal quantity,
            @ForAll long seed) {
        List<CandidateRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(PriceChoice.winner(shuffled, quantity)).isEqualTo(PriceChoice.winner(rows, quantity));
    }

    @Property
    void noRowThatAppliesIsNearerThanTheWinner(
            @ForAll("candidates") List<CandidateRow> rows, @ForAll("quantities") BigDecimal quantity) {
        PriceChoice.winner(rows, quantity)
                .ifPresentOrElse(
                        winner -> assertThat(rows)
                                .filteredOn(row -> row.isReachedBy(quantity))
                                .noneMatch(row -> row.level().compareTo(winner.level()) < 0)
                                .filteredOn(row -> row.level() == winner.level())
                                .noneMatch(row -> row.fromQuantity().compareTo(winner.fromQuantity()) > 0),
                        () -> assertThat(rows).noneMatch(row -> row.isReachedBy(quantity)));
    }

    /** Few different values, so that ties are common. */
    @Provide
    Arbitrary<List<CandidateRow>> candidates() {
        Arbitrary<CandidateRow> row = Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of(Level.class),
                        Arbitraries.of("1", "10", "10.0", "100"),
                        Arbitraries.of("90", "95", "95.00"),
                        Arbitraries.of("2026-04-01", "2026-10-01"))
                .as(PriceChoiceTest::row);
        return row.list().uniqueElements(CandidateRow::id).ofMaxSize(12);
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.of("0.5", "1", "9", "10", "11", "100", "5000").map(BigDecimal::new);
    }

    private static CandidateRow row(long id, Level level, String from, String price, String validFrom) {
        return new CandidateRow(
                id,
                level,
                level == Level.GROUP ? "RETAIL" : null,
                "BV-025-SS",
                "NOS",
                new BigDecimal(from),
                new BigDecimal(price),
                LocalDate.parse(validFrom));
    }
}
