package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders that wait take their turn: what comes in belongs to the one served first, whoever looks first. Whoever looks sees only what those
 * before it leave.
 */
final class Queue {

    /** An order line that waits and is served before; {@code remainingDays} its buyer wants the batch to last. */
    record Waiting(String sku, BigDecimal quantity, int remainingDays) {}

    private Queue() {}

    /** What is left of the candidates, first expired first out, when everybody before has taken what they can use. */
    static List<Fefo.Candidate> left(List<Fefo.Candidate> candidates, List<Waiting> before, LocalDate today) {
        if (before.isEmpty()) {
            return candidates;
        }
        Map<Long, BigDecimal> left = new LinkedHashMap<>();
        candidates.forEach(candidate -> left.put(candidate.balanceId(), candidate.available()));
        Map<String, List<Fefo.Candidate>> bySku = new HashMap<>();
        Fefo.candidatesBySku(candidates)
                .forEach((sku, some) -> bySku.put(
                        sku, some.stream().sorted(Fefo.FIRST_EXPIRED_FIRST_OUT).toList()));
        for (Waiting waiting : before) {
            BigDecimal missing = waiting.quantity();
            for (Fefo.Candidate candidate : bySku.getOrDefault(waiting.sku(), List.of())) {
                if (missing.signum() > 0 && candidate.lastsUntil(today.plusDays(waiting.remainingDays()))) {
                    BigDecimal taken = missing.min(left.get(candidate.balanceId()));
                    left.merge(candidate.balanceId(), taken.negate(), BigDecimal::add);
                    missing = missing.subtract(taken);
                }
            }
        }
        List<Fefo.Candidate> rest = new ArrayList<>();
        for (Fefo.Candidate candidate : candidates) {
            BigDecimal quantity = left.get(candidate.balanceId());
            if (quantity.signum() > 0) {
                rest.add(candidate.left(quantity));
            }
        }
        return rest;
    }
}
