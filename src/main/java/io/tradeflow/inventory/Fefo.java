package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Decides which stock serves an order: first expired, first out. A warehouse that can serve everything open alone is taken, the preferred one
 * before the others by code, so that the buyer gets one shipment; where none can, each line takes from the preferred warehouse first
 * and then from the others. Within a warehouse the earliest expiry goes first (none last), then the earliest receipt, bin and id.
 */
final class Fefo {

    /** What an order line still needs, in the product's unit. */
    record Need(int orderLineNo, String sku, BigDecimal quantity) {}

    /** A usable balance and what of it is available, more than zero. */
    record Candidate(
            long balanceId,
            String warehouseCode,
            String sku,
            LocalDate expiresOn,
            Instant receivedAt,
            String bin,
            BigDecimal available) {}

    /** What a line takes from a balance. */
    record Take(int orderLineNo, long balanceId, BigDecimal quantity) {}

    static final Comparator<Candidate> FIRST_EXPIRED_FIRST_OUT = Comparator.comparing(
                    Candidate::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::receivedAt)
            .thenComparing(Candidate::bin, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::balanceId);

    private Fefo() {}

    static List<Take> plan(List<Need> needs, List<Candidate> candidates, String preferredWarehouse) {
        List<String> warehouses = byPreference(candidates, preferredWarehouse);
        List<Candidate> inOrder = new ArrayList<>();
        for (String warehouse : warehousesToUse(warehouses, needs, candidates)) {
            candidates.stream()
                    .filter(candidate -> candidate.warehouseCode().equals(warehouse))
                    .sorted(FIRST_EXPIRED_FIRST_OUT)
                    .forEach(inOrder::add);
        }
        return take(needs, inOrder);
    }

    private static List<String> byPreference(List<Candidate> candidates, String preferred) {
        TreeSet<String> codes = new TreeSet<>(Comparator.comparing((String code) -> !code.equals(preferred))
                .thenComparing(Comparator.naturalOrder()));
        candidates.forEach(candidate -> codes.add(candidate.warehouseCode()));
        return List.copyOf(codes);
    }

    private static List<String> warehousesToUse(List<String> warehouses, List<Need> needs, List<Candidate> candidates) {
        Map<String, BigDecimal> needed = new HashMap<>();
        needs.forEach(need -> needed.merge(need.sku(), need.quantity(), BigDecimal::add));
        return warehouses.stream()
                .filter(warehouse -> servesAll(warehouse, needed, candidates))
                .findFirst()
                .map(List::of)
                .orElse(warehouses);
    }

    private static boolean servesAll(String warehouse, Map<String, BigDecimal> needed, List<Candidate> candidates) {
        Map<String, BigDecimal> there = new HashMap<>();
        candidates.stream()
                .filter(candidate -> candidate.warehouseCode().equals(warehouse))
                .forEach(candidate -> there.merge(candidate.sku(), candidate.available(), BigDecimal::add));
        return needed.entrySet().stream()
                .allMatch(need ->
                        there.getOrDefault(need.getKey(), BigDecimal.ZERO).compareTo(need.getValue()) >= 0);
    }

    private static List<Take> take(List<Need> needs, List<Candidate> inOrder) {
        Map<Long, BigDecimal> left = new HashMap<>();
        inOrder.forEach(candidate -> left.put(candidate.balanceId(), candidate.available()));
        List<Take> takes = new ArrayList<>();
        for (Need need : needs) {
            BigDecimal missing = need.quantity();
            for (Candidate candidate : inOrder) {
                BigDecimal quantity = candidate.sku().equals(need.sku())
                        ? missing.min(left.get(candidate.balanceId()))
                        : BigDecimal.ZERO;
                if (quantity.signum() > 0) {
                    takes.add(new Take(need.orderLineNo(), candidate.balanceId(), quantity));
                    left.merge(candidate.balanceId(), quantity.negate(), BigDecimal::add);
                    missing = missing.subtract(quantity);
                }
            }
        }
        return takes;
    }
}
