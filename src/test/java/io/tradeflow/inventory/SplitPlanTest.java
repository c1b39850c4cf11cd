package io.tradeflow.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Need;
import io.tradeflow.inventory.Fefo.Take;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** From which warehouses an order is served. */
class SplitPlanTest {

    private static final Instant MONDAY = Instant.parse("2026-07-13T06:00:00Z");

    @Test
    void theCheapestOfThoseThatServeAllAloneIsTaken() {
        SplitPlan.Plan plan = plan(
                List.of(need(1, "A", "4")),
                List.of(there("MH", 1, "A", "10"), there("TN", 2, "A", "4"), there("WB", 3, "A", "4")),
                costs("MH", "900", "TN", "400", "WB", "400"),
                Routing.from("MH"));

        assertThat(plan.takes()).containsExactly(take(1, 2, "4"));
        assertThat(plan.options())
                .extracting(RoutingOption::warehouses, RoutingOption::chosen, RoutingOption::reason)
                .containsExactly(
                        tuple(
                                List.of("TN"),
                                true,
                                "Fewest shipments for all that is there, then the lowest cost; TN: note of TN"),
                        tuple(List.of("WB"), false, "Comes after the preferred warehouse"),
                        tuple(List.of("MH"), false, "Costs more"));
    }

    @Test
    void equalCostGoesToThePreferredWarehouse() {
        SplitPlan.Plan plan = plan(
                List.of(need(1, "A", "4")),
                List.of(there("MH", 1, "A", "10"), there("TN", 2, "A", "4")),
                costs("MH", "400", "TN", "400"),
                Routing.from("TN"));

        assertThat(plan.takes()).containsExactly(take(1, 2, "4"));
    }

    @Test
    void twoCheapShipmentsLoseAgainstOneDearOne() {
        SplitPlan.Plan plan = plan(
                List.of(need(1, "A", "4"), need(2, "B", "4")),
                List.of(
                        there("MH", 1, "A", "4"),
                        there("TN", 2, "B", "4"),
                        there("WB", 3, "A", "4"),
                        there("WB", 4, "B", "4")),
                costs("MH", "10", "TN", "10", "WB", "9000"),
                Routing.from("MH"));

        assertThat(plan.takes()).containsExactly(take(1, 3, "4"), take(2, 4, "4"));
        assertThat(plan.options().get(0).cost()).isEqualByComparingTo("9000");
        assertThat(plan.options()).hasSize(3);
    }

    @Test
    void theCheapestPairIsTakenWhereNoneServesAllAlone() {
        SplitPlan.Plan plan = plan(
                List.of(need(1, "A", "4"), need(2, "B", "4")),
                List.of(there("MH", 1, "A", "4"), there("TN", 2, "B", "4"), there("WB", 3, "B", "4")),
                costs("MH", "500", "TN", "700", "WB", "300"),
                Routing.from("TN"));

        assertThat(plan.takes()).containsExactly(take(1, 1, "4"), take(2, 3, "4"));
        assertThat(plan.options().get(0).warehouses()).containsExactlyInAnyOrder("MH", "WB");
        assertThat(plan.options())
                .filteredOn(option -> option.warehouses().equals(List.of("TN", "MH")))
                .extracting(RoutingOption::reason)
                .containsExactly("Costs more");
    }

    @Test
    void anOrderThatMayNotBeSplitTakesWhereMostIs() {
        SplitPlan.Plan plan = plan(
                List.of(need(1, "A", "10")),
                List.of(there("MH", 1, "A", "3"), there("TN", 2, "A", "6")),
                costs("MH", "100", "TN", "900"),
                new Routing("MH", 1, 50));

        assertThat(plan.takes()).containsExactly(take(1, 2, "6"));
        assertThat(plan.options().get(0).servedPercent()).isEqualByComparingTo("60");
        assertThat(plan.options().get(0).reason()).startsWith("Serves most in at most 1 shipment");
    }

    @Test
    void aWarehouseThatMayNotServeIsLeftAlone() {
        List<WarehouseSuit> judged = List.of(
                new WarehouseSuit("MH", false, BigDecimal.ZERO, null, ""),
                new WarehouseSuit("TN", true, BigDecimal.TEN, null, ""));

        SplitPlan.Plan plan = SplitPlan.of(
                List.of(need(1, "A", "4")),
                List.of(there("MH", 1, "A", "4"), there("TN", 2, "A", "1")),
                judged,
                Routing.from("MH"));

        assertThat(plan.takes()).containsExactly(take(1, 2, "1"));
    }

    @Test
    void aLineStaysTogetherWhereOneOfTheChosenHasAllOfIt() {
        SplitPlan.Plan plan = plan(
                List.of(need(1, "A", "5"), need(2, "B", "9")),
                List.of(
                        there("MH", 1, "A", "3"),
                        there("MH", 2, "B", "9"),
                        there("TN", 3, "A", "5"),
                        there("TN", 4, "B", "2")),
                costs("MH", "100", "TN", "100"),
                Routing.from("MH"));

        assertThat(plan.takes()).containsExactly(take(1, 3, "5"), take(2, 2, "9"));
    }

    @Test
    void nothingThereIsNoPlan() {
        SplitPlan.Plan plan = plan(List.of(need(1, "A", "4")), List.of(), Map.of(), Routing.from("MH"));

        assertThat(plan.takes()).isEmpty();
        assertThat(plan.options()).isEmpty();
    }

    /** Never more than needed or there; as much as all warehouses together could give; no smaller set could have done it. */
    @Property(tries = 300)
    void servesAllThatCanBeServedInTheFewestShipments(
            @ForAll("needs") List<Need> needs, @ForAll("stock") List<Candidate> stock) {
        Map<String, String> costs = new HashMap<>();
        stock.forEach(candidate -> costs.put(candidate.warehouseCode(), "100"));

        SplitPlan.Plan plan = plan(needs, stock, costs, Routing.from("W1"));

        for (String sku : Fefo.bySku(needs).keySet()) {
            BigDecimal wanted = Fefo.bySku(needs).get(sku);
            BigDecimal there = Fefo.available(
                    stock.stream().filter(c -> c.sku().equals(sku)).toList());
            assertThat(taken(plan, needs, sku)).isEqualByComparingTo(wanted.min(there));
        }
        stock.forEach(candidate -> assertThat(plan.takes().stream()
                        .filter(take -> take.balanceId() == candidate.balanceId())
                        .map(Take::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isLessThanOrEqualTo(candidate.available()));
        int used = plan.options().isEmpty()
                ? 0
                : plan.options().get(0).warehouses().size();
        List<String> all =
                stock.stream().map(Candidate::warehouseCode).distinct().toList();
        for (List<String> fewer : subsets(all, used - 1)) {
            List<Candidate> some = stock.stream()
                    .filter(c -> fewer.contains(c.warehouseCode()))
                    .toList();
            assertThat(SplitPlan.percent(needs, some)).isLessThan(SplitPlan.percent(needs, stock));
        }
    }

    @Provide
    Arbitrary<List<Need>> needs() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C"), Arbitraries.integers().between(1, 20))
                .as((sku, quantity) -> new Need(1, sku, BigDecimal.valueOf(quantity)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(SplitPlanTest::numbered);
    }

    @Provide
    Arbitrary<List<Candidate>> stock() {
        return Combinators.combine(
                        Arbitraries.of("W1", "W2", "W3", "W4"),
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.integers().between(1, 15))
                .as((warehouse, sku, quantity) -> there(warehouse, 1, sku, String.valueOf(quantity)))
                .list()
                .ofMaxSize(9)
                .map(SplitPlanTest::withIds);
    }

    private static List<Need> numbered(List<Need> needs) {
        List<Need> numbered = new ArrayList<>();
        needs.forEach(need -> numbered.add(new Need(numbered.size() + 1, need.sku(), need.quantity())));
        return numbered;
    }

    private static List<Candidate> withIds(List<Candidate> candidates) {
        List<Candidate> numbered = new ArrayList<>();
        candidates.forEach(candidate -> numbered.add(there(
                candidate.warehouseCode(),
                numbered.size() + 1L,
                candidate.sku(),
                candidate.available().toPlainString())));
        return numbered;
    }

    private static BigDecimal taken(SplitPlan.Plan plan, List<Need> needs, String sku) {
        return plan.takes().stream()
                .filter(take -> needs.get(take.orderLineNo() - 1).sku().equals(sku))
                .map(Take::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<List<String>> subsets(List<String> codes, int size) {
        if (size <= 0) {
            return List.of();
        }
        List<List<String>> found = new ArrayList<>();
        for (int mask = 1; mask < 1 << codes.size(); mask++) {
            List<String> subset = new ArrayList<>();
            for (int at = 0; at < codes.size(); at++) {
                if ((mask >> at & 1) == 1) {
                    subset.add(codes.get(at));
                }
            }
            if (subset.size() == size) {
                found.add(subset);
            }
        }
        return found;
    }

    private static SplitPlan.Plan plan(
            List<Need> needs, List<Candidate> stock, Map<String, String> costs, Routing routing) {
        List<WarehouseSuit> judged = costs.entrySet().stream()
                .map(cost -> new WarehouseSuit(
                        cost.getKey(), true, new BigDecimal(cost.getValue()), null, "note of " + cost.getKey()))
                .toList();
        return SplitPlan.of(needs, stock, judged, routing);
    }

    private static Map<String, String> costs(String... codesAndCosts) {
        Map<String, String> costs = new HashMap<>();
        for (int at = 0; at < codesAndCosts.length; at += 2) {
            costs.put(codesAndCosts[at], codesAndCosts[at + 1]);
        }
        return costs;
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(Arrays.copyOf(values, values.length));
    }

    private static Need need(int line, String sku, String quantity) {
        return new Need(line, sku, new BigDecimal(quantity));
    }

    private static Take take(int line, long balance, String quantity) {
        return new Take(line, balance, new BigDecimal(quantity));
    }

    private static Candidate there(String warehouse, long balance, String sku, String available) {
        return new Candidate(balance, warehouse, sku, null, MONDAY, null, new BigDecimal(available));
    }
}
