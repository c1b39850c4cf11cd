package io.tradeflow.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** First expired, first out: the earliest expiry goes first (none last), then the earliest receipt, bin and id. */
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
            BigDecimal available) {

        Candidate left(BigDecimal quantity) {
            return new Candidate(balanceId, warehouseCode, sku, expiresOn, receivedAt, bin, quantity);
        }

        /** Whether the batch may be used up to and including this day. */
        boolean lastsUntil(LocalDate day) {
            return expiresOn == null || !expiresOn.isBefore(day);
        }
    }

    /** What a line takes from a balance. */
    record Take(int orderLineNo, long balanceId, BigDecimal quantity) {}

    static final Comparator<Candidate> FIRST_EXPIRED_FIRST_OUT = Comparator.comparing(
                    Candidate::expiresOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::receivedAt)
            .thenComparing(Candidate::bin, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Candidate::balanceId);

    private Fefo() {}

    static BigDecimal available(Collection<Candidate> candidates) {
        return candidates.stream().map(Candidate::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Open quantity by SKU. */
    static Map<String, BigDecimal> bySku(Collection<Need> needs) {
        Map<String, BigDecimal> needed = new HashMap<>();
        needs.forEach(need -> needed.merge(need.sku(), need.quantity(), BigDecimal::add));
        return needed;
    }

    static Map<String, List<Candidate>> candidatesBySku(Collection<Candidate> candidates) {
        return candidates.stream().collect(Collectors.groupingBy(Candidate::sku));
    }

    /** Takes what the line needs from the candidates in their order, as far as it is left. */
    static void take(Need need, List<Candidate> from, Map<Long, BigDecimal> left, List<Take> takes) {
        BigDecimal missing = need.quantity();
        for (Candidate candidate : from) {
            BigDecimal quantity = missing.min(left.get(candidate.balanceId()));
            if (quantity.signum() > 0) {
                takes.add(new Take(need.orderLineNo(), candidate.balanceId(), quantity));
                left.merge(candidate.balanceId(), quantity.negate(), BigDecimal::add);
                missing = missing.subtract(quantity);
            }
        }
    }
}
