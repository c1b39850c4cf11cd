package io.tradeflow.pricing;

import static io.tradeflow.pricing.PriceCases.DAY;
import static io.tradeflow.pricing.PriceCases.choice;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any price lists. */
class PricePropertiesTest {

    @Property
    void theOrderOfLoadingDoesNotMatter(
            @ForAll("rows") List<CandidateRow> rows, @ForAll("quantities") BigDecimal quantity, @ForAll long seed) {
        List<CandidateRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(outcome(shuffled, quantity)).isEqualTo(outcome(rows, quantity));
    }

    @Property
    void noPricedRowIsNearerThanTheWinner(
            @ForAll("rows") List<CandidateRow> rows, @ForAll("quantities") BigDecimal quantity) {
        choice(rows, quantity, DAY).winner().ifPresent(winner -> assertThat(rows)
                .filteredOn(row -> row.row().isFixed() && counts(row, quantity))
                .noneMatch(row -> row.level().compareTo(winner.candidate().level()) < 0));
    }

    /** A line has no price only where no fixed price of its own is reached. */
    @Property
    void aFixedPriceThatIsReachedAlwaysGivesAPrice(
            @ForAll("rows") List<CandidateRow> rows, @ForAll("quantities") BigDecimal quantity) {
        boolean fixed = rows.stream().anyMatch(row -> row.row().isFixed() && counts(row, quantity));
        assertThat(choice(rows, quantity, DAY).winner().isPresent()).isEqualTo(fixed);
    }

    /** Lower levels cannot move a fixed price above them. */
    @Property
    void furtherRowsDoNotMoveAFixedPrice(
            @ForAll("rows") List<CandidateRow> rows, @ForAll("quantities") BigDecimal quantity) {
        Optional<Offer> winner = choice(rows, quantity, DAY)
                .winner()
                .filter(offer -> offer.candidate().row().isFixed());
        winner.ifPresent(offer -> {
            List<CandidateRow> nearer = rows.stream()
                    .filter(row -> row.level().compareTo(offer.candidate().level()) <= 0)
                    .toList();
            assertThat(choice(nearer, quantity, DAY).winner().map(Offer::price)).contains(offer.price());
        });
    }

    /** Every row is named once: as the winner or as a loser with a reason. */
    @Property
    void theTraceNamesEveryRow(@ForAll("rows") List<CandidateRow> rows, @ForAll("quantities") BigDecimal quantity) {
        PriceChoice choice = choice(rows, quantity, DAY);
        if (choice.winner().isPresent()) {
            PriceTrace trace = choice.trace(List.of());
            List<Long> named = new ArrayList<>(
                    trace.losers().stream().map(PriceTrace.Loser::row).toList());
            named.add(trace.winner().row());
            assertThat(named)
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().map(CandidateRow::id).toList());
            assertThat(trace.losers())
                    .allSatisfy(loser -> assertThat(loser.why()).isNotBlank());
        }
    }

    private static Object outcome(List<CandidateRow> rows, BigDecimal quantity) {
        PriceChoice choice = choice(rows, quantity, DAY);
        return choice.winner().isEmpty() ? "none" : choice.trace(List.of());
    }

    private static boolean counts(CandidateRow row, BigDecimal quantity) {
        return row.hasStartedBy(DAY) && !row.hasEndedBy(DAY) && row.isReachedBy(quantity);
    }

    /** Few different values, so that ties are common. */
    @Provide
    Arbitrary<List<CandidateRow>> rows() {
        Arbitrary<String> owner =
                Arbitraries.of("CONTRACT AGRO K-1[2026-04-01]", "CUSTOMER AGRO", "GROUP RETAIL", "CHANNEL PORTAL");
        Arbitrary<String> what = Arbitraries.of(
                "VALVE = 90",
                "VALVE = 95",
                "VALVE = 95.00",
                "VALVE -5% LIST",
                "cat:VALVES -5% BELOW",
                "cat:FITTINGS -3% LIST",
                "all -2% BELOW",
                "all 4% LIST round 0.05");
        Arbitrary<String> named = Combinators.combine(owner, what).as((o, w) -> o + " " + w);
        Arbitrary<String> base = Arbitraries.of("BASE VALVE = 100", "BASE VALVE = 99");
        Arbitrary<CandidateRow> row = Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, named), net.jqwik.api.Tuple.of(1, base)),
                        Arbitraries.of("1", "10", "10.0", "100"),
                        Arbitraries.of("2026-04-01", "2026-10-01", "2027-01-01"),
                        Arbitraries.of("", " until 2027-03-31", " prio 1"))
                .as((id, text, from, since, more) ->
                        PriceCases.row(id + " " + text + " from " + from + " since " + since + more));
        return row.list().uniqueElements(CandidateRow::id).ofMaxSize(12);
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.of("0.5", "1", "9.999999", "10", "11", "100", "5000").map(BigDecimal::new);
    }
}
