package io.tradeflow.pricing;

import static io.tradeflow.pricing.PriceCases.DAY;
import static io.tradeflow.pricing.PriceCases.choice;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any price lists. */
class PricePropertiesTest {

    private static final PricedProduct PUMP =
            new PricedProduct("PUMP", "NOS", List.of("PUMPS", "FITTINGS"), Money.of("80", "INR"), null);

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

    /** Line numbers name the lines; where a line stands does not matter to any of them. */
    @Property
    void theOrderOfLinesDoesNotMatter(
            @ForAll("rows") List<CandidateRow> rows,
            @ForAll("lines") List<PriceRequest.Line> lines,
            @ForAll long seed) {
        List<PriceRequest.Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(byLine(rows, shuffled)).isEqualTo(byLine(rows, lines));
    }

    /** Without a discount on the whole a document is its lines and nothing else. */
    @Property
    void aLineCostsAloneWhatItCostsInADocument(
            @ForAll("rows") List<CandidateRow> rows, @ForAll("lines") List<PriceRequest.Line> lines) {
        Map<Integer, LinePrice> together = byLine(rows, lines);
        Map<Integer, LinePrice> alone = new HashMap<>();
        lines.forEach(line -> alone.putAll(byLine(rows, List.of(line))));

        assertThat(together).isEqualTo(alone);
    }

    @Property
    void theBulkDiscountDependsOnNoOrder(
            @ForAll("bands") List<BulkBand> bands, @ForAll("goods") List<BulkDiscount.Line> goods, @ForAll long seed) {
        List<BulkBand> otherBands = new ArrayList<>(bands);
        List<BulkDiscount.Line> otherGoods = new ArrayList<>(goods);
        Collections.shuffle(otherBands, new Random(seed));
        Collections.shuffle(otherGoods, new Random(seed + 1));

        assertThat(new BulkChoice(otherGoods, DAY).of(otherBands)).isEqualTo(new BulkChoice(goods, DAY).of(bands));
    }

    /** Less never reaches a band that more does not. */
    @Property
    void whatALineLessReachesTheWholeReachesToo(
            @ForAll("bands") List<BulkBand> bands, @ForAll("goods") List<BulkDiscount.Line> goods) {
        List<BulkDiscount.Line> less = goods.subList(1, goods.size());
        BulkDiscount fewer = new BulkChoice(less, DAY).of(bands);
        if (fewer.isGranted()) {
            BulkDiscount whole = new BulkChoice(goods, DAY).of(bands);
            assertThat(whole.isGranted()).isTrue();
            assertThat(whole.others())
                    .filteredOn(other -> other.row().equals(fewer.row()))
                    .extracting(BulkDiscount.Other::why)
                    .noneMatch(why -> why.contains("not reached"));
        }
    }

    @Property
    void theOrderOfFloorsDoesNotMatter(@ForAll("floors") List<Floor> floors, @ForAll long seed) {
        List<Floor> shuffled = new ArrayList<>(floors);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(FloorChoice.limit(PriceCases.VALVE, BigDecimal.TEN, shuffled, DAY))
                .isEqualTo(FloorChoice.limit(PriceCases.VALVE, BigDecimal.TEN, floors, DAY));
    }

    private static Map<Integer, LinePrice> byLine(List<CandidateRow> rows, List<PriceRequest.Line> lines) {
        return new LinePrices(
                        new PriceRequest("AGRO", "RETAIL", null, "PORTAL", "INR", DAY, lines),
                        Map.of("VALVE", PriceCases.VALVE, "PUMP", PUMP),
                        new CandidateRows(rows),
                        PriceCases.floors("all +10%cost; VALVE 91"),
                        new UnitCosts.Rate("INR", null))
                .found(new ArrayList<>()).stream().collect(Collectors.toMap(LinePrice::lineNo, Function.identity()));
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

    /** Of a product that is not there as well: it has no price, alone or not. */
    @Provide
    Arbitrary<List<PriceRequest.Line>> lines() {
        return Combinators.combine(Arbitraries.of("VALVE", "PUMP", "NO-SUCH"), quantities())
                .as((sku, quantity) -> new PriceRequest.Line(0, sku, quantity))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(lines -> IntStream.range(0, lines.size())
                        .mapToObj(i -> new PriceRequest.Line(
                                i + 1, lines.get(i).sku(), lines.get(i).quantity()))
                        .toList());
    }

    @Provide
    Arbitrary<List<BulkBand>> bands() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of("all", "RETAIL"),
                        Arbitraries.of("VALUE", "NOS", "MTR"),
                        Arbitraries.of("10", "10.00", "100", "1000"),
                        Arbitraries.of("1%", "2%", "2.0%"),
                        Arbitraries.of("", " since 2026-10-01", " since 2027-01-01", " until 2026-11-22"))
                .as((id, tier, measure, from, percent, dates) -> PriceCases.bands(
                                id + " " + tier + " " + measure + " " + from + " " + percent + dates)
                        .get(0))
                .list()
                .uniqueElements(BulkBand::id)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<BulkDiscount.Line>> goods() {
        return Combinators.combine(
                        Arbitraries.of("1", "9", "10", "100"),
                        Arbitraries.of("NOS", "MTR", "KGS"),
                        Arbitraries.of("0.01", "9.99", "10", "99", "900"))
                .as((quantity, unit, net) ->
                        PriceCases.goods(quantity + " " + unit + " at " + net).get(0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Floor>> floors() {
        return Arbitraries.of(
                        "all +15%cost",
                        "all +20%cost since 2026-05-01",
                        "cat:VALVES +10%cost",
                        "cat:FITTINGS +40%cost",
                        "VALVE 90",
                        "VALVE 92 since 2026-05-01",
                        "PUMP 10",
                        "all +90%cost until 2026-11-22")
                .list()
                .ofMaxSize(6)
                .map(texts -> PriceCases.floors(String.join("; ", texts)));
    }

    @Provide
    Arbitrary<BigDecimal> quantities() {
        return Arbitraries.of("0.5", "1", "9.999999", "10", "11", "100", "5000").map(BigDecimal::new);
    }
}
