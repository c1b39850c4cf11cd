package io.tradeflow.inventory;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Need;
import io.tradeflow.inventory.Fefo.Take;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides from which warehouses an order is served. As much as can be served is served; of the ways to do that the one with the fewest
 * shipments is taken, among those the cheapest, then the one with the preferred warehouse, then by code. An order that may not be split so far
 * takes as many warehouses as it may and there what serves most. Within the chosen warehouses a line stays together where one of them has all
 * of it, and batches go first expired, first out.
 */
final class SplitPlan {

    /** Above this many warehouses only those that serve most are compared. */
    private static final int MOST_COMPARED = 10;

    private static final int MOST_KEPT = 6;
    private static final int FRACTION_SCALE = 9;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param options what was compared, the chosen one first; empty where nothing could be served */
    record Plan(List<Take> takes, List<RoutingOption> options) {}

    private final List<Need> needs;
    private final Map<String, BigDecimal> needed;
    private final Map<String, WarehouseSuit> suits;
    private final Map<String, List<Candidate>> byWarehouse;
    private final Map<String, Map<String, BigDecimal>> stock = new HashMap<>();
    private final List<String> warehouses;
    private final Routing routing;

    private SplitPlan(List<Need> needs, List<Candidate> candidates, List<WarehouseSuit> judged, Routing routing) {
        this.needs = needs;
        this.needed = Fefo.bySku(needs);
        this.routing = routing;
        this.suits = judged.stream().collect(Collectors.toMap(WarehouseSuit::warehouseCode, suit -> suit));
        this.byWarehouse = candidates.stream()
                .filter(candidate -> needed.containsKey(candidate.sku()))
                .filter(candidate -> suits.get(candidate.warehouseCode()).eligible())
                .collect(Collectors.groupingBy(Candidate::warehouseCode, TreeMap::new, Collectors.toList()));
        byWarehouse.forEach((warehouse, there) -> stock.put(
                warehouse,
                there.stream().collect(Collectors.toMap(Candidate::sku, Candidate::available, BigDecimal::add))));
        this.warehouses = compared();
    }

    /** @param judged one answer for each warehouse that has a candidate */
    static Plan of(List<Need> needs, List<Candidate> candidates, List<WarehouseSuit> judged, Routing routing) {
        return new SplitPlan(needs, candidates, judged, routing).plan();
    }

    /** Part of what these warehouses could serve of what is needed, 0 to 100 with two decimals; each product counts alike. */
    static BigDecimal percent(List<Need> needs, List<Candidate> candidates) {
        Map<String, BigDecimal> there =
                candidates.stream().collect(Collectors.toMap(Candidate::sku, Candidate::available, BigDecimal::add));
        Map<String, BigDecimal> needed = Fefo.bySku(needs);
        BigDecimal all = needed.entrySet().stream()
                .map(need -> fraction(need.getValue(), there.getOrDefault(need.getKey(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return percent(all, needed.size());
    }

    private Plan plan() {
        if (warehouses.isEmpty()) {
            return new Plan(List.of(), List.of());
        }
        BigDecimal most = served(warehouses);
        List<List<String>> ways = new ArrayList<>();
        List<String> chosen = null;
        int limit = Math.min(warehouses.size(), Math.max(1, routing.mostShipments()));
        for (int shipments = 1; shipments <= limit && chosen == null; shipments++) {
            List<List<String>> ofThisSize = combinations(warehouses, shipments);
            ways.addAll(ofThisSize);
            chosen = ofThisSize.stream()
                    .filter(way -> served(way).compareTo(most) == 0)
                    .min(cheapest())
                    .orElse(null);
        }
        boolean limited = chosen == null;
        if (limited) {
            chosen = ways.stream()
                    .min(Comparator.comparing(this::served)
                            .reversed()
                            .thenComparing(List::size)
                            .thenComparing(cheapest()))
                    .orElseThrow();
        }
        return new Plan(take(chosen), options(ways, chosen, limited));
    }

    private List<String> compared() {
        return byWarehouse.keySet().stream()
                .sorted(Comparator.comparing((String warehouse) -> served(List.of(warehouse)))
                        .reversed()
                        .thenComparing(inTurn()))
                .limit(MOST_COMPARED)
                .sorted(inTurn())
                .toList();
    }

    /** Sum over the products of the part that is served. */
    private BigDecimal served(List<String> way) {
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> need : needed.entrySet()) {
            BigDecimal there = BigDecimal.ZERO;
            for (String warehouse : way) {
                there = there.add(stock.get(warehouse).getOrDefault(need.getKey(), BigDecimal.ZERO));
            }
            all = all.add(fraction(need.getValue(), there));
        }
        return all;
    }

    private static BigDecimal fraction(BigDecimal needed, BigDecimal there) {
        return needed.min(there).divide(needed, FRACTION_SCALE, RoundingMode.DOWN);
    }

    private static BigDecimal percent(BigDecimal served, int products) {
        return served.multiply(HUNDRED).divide(BigDecimal.valueOf(products), 2, RoundingMode.DOWN);
    }

    private BigDecimal cost(List<String> way) {
        return way.stream().map(code -> suits.get(code).cost()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Comparator<List<String>> cheapest() {
        return Comparator.comparing(this::cost)
                .thenComparing(way -> !way.contains(routing.preferredWarehouse()))
                .thenComparing(way -> String.join(",", way));
    }

    /** The preferred warehouse first, then the cheaper one, then by code. */
    private Comparator<String> inTurn() {
        return Comparator.comparing((String code) -> !code.equals(routing.preferredWarehouse()))
                .thenComparing(code -> suits.get(code).cost())
                .thenComparing(Comparator.naturalOrder());
    }

    private List<Take> take(List<String> chosen) {
        List<List<Candidate>> inOrder = chosen.stream()
                .sorted(inTurn())
                .map(warehouse -> byWarehouse.get(warehouse).stream()
                        .sorted(Fefo.FIRST_EXPIRED_FIRST_OUT)
                        .toList())
                .toList();
        List<Map<String, List<Candidate>>> bySku =
                inOrder.stream().map(Fefo::candidatesBySku).toList();
        Map<Long, BigDecimal> left = new HashMap<>();
        inOrder.forEach(there -> there.forEach(candidate -> left.put(candidate.balanceId(), candidate.available())));
        List<Take> takes = new ArrayList<>();
        for (Need need : needs) {
            List<List<Candidate>> places = bySku.stream()
                    .map(there -> there.getOrDefault(need.sku(), List.of()))
                    .toList();
            List<Candidate> together = places.stream()
                    .filter(there -> left(there, left).compareTo(need.quantity()) >= 0)
                    .findFirst()
                    .orElseGet(() -> places.stream().flatMap(List::stream).toList());
            Fefo.take(need, together, left, takes);
        }
        return takes;
    }

    private static BigDecimal left(List<Candidate> there, Map<Long, BigDecimal> left) {
        return there.stream()
                .map(candidate -> left.get(candidate.balanceId()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<RoutingOption> options(List<List<String>> ways, List<String> chosen, boolean limited) {
        BigDecimal served = served(chosen);
        List<RoutingOption> others = ways.stream()
                .filter(way -> !way.equals(chosen))
                .sorted(Comparator.comparing(this::served)
                        .reversed()
                        .thenComparing(List::size)
                        .thenComparing(cheapest()))
                .limit(MOST_KEPT - 1L)
                .map(way -> option(way, false, whyNot(way, chosen, served)))
                .toList();
        List<RoutingOption> options = new ArrayList<>();
        options.add(option(chosen, true, why(chosen, limited)));
        options.addAll(others);
        return options;
    }

    private RoutingOption option(List<String> way, boolean taken, String reason) {
        return new RoutingOption(way, cost(way), percent(served(way), needed.size()), taken, reason);
    }

    private String why(List<String> chosen, boolean limited) {
        Map<String, String> notes = new LinkedHashMap<>();
        chosen.forEach(code -> notes.put(code, suits.get(code).reason()));
        String cause = limited
                ? "Serves most in at most " + routing.mostShipments()
                        + (routing.mostShipments() == 1 ? " shipment" : " shipments")
                : "Fewest shipments for all that is there, then the lowest cost";
        return cause
                + notes.entrySet().stream()
                        .filter(note ->
                                note.getValue() != null && !note.getValue().isBlank())
                        .map(note -> "; " + note.getKey() + ": " + note.getValue())
                        .collect(Collectors.joining());
    }

    private String whyNot(List<String> way, List<String> chosen, BigDecimal served) {
        int less = served(way).compareTo(served);
        if (less < 0) {
            return "Serves less";
        }
        if (way.size() > chosen.size()) {
            return "More shipments";
        }
        return cost(way).compareTo(cost(chosen)) > 0 ? "Costs more" : "Comes after the preferred warehouse";
    }

    private static List<List<String>> combinations(List<String> codes, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (int first = 0; first <= codes.size() - size; first++) {
            for (List<String> rest : combinations(codes.subList(first + 1, codes.size()), size - 1)) {
                List<String> way = new ArrayList<>(List.of(codes.get(first)));
                way.addAll(rest);
                all.add(way);
            }
        }
        return all;
    }
}
