package io.tradeflow.tax;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rates by HSN prefix and date. The longest prefix that has a rate on the day wins. */
final class RateTable {

    private final Map<String, List<GstRate>> byPrefix;

    /** @throws IllegalArgumentException when two rates of one prefix count on the same day */
    RateTable(Collection<GstRate> rates) {
        byPrefix = rates.stream()
                .sorted(Comparator.comparing(GstRate::validFrom))
                .collect(Collectors.groupingBy(GstRate::hsnPrefix));
        byPrefix.values().forEach(RateTable::refuseOverlap);
    }

    private static void refuseOverlap(List<GstRate> ofPrefix) {
        for (int index = 1; index < ofPrefix.size(); index++) {
            GstRate before = ofPrefix.get(index - 1);
            GstRate after = ofPrefix.get(index);
            if (before.covers(after.validFrom())) {
                throw new IllegalArgumentException("Two rates count for HSN " + after.hsnPrefix() + " on "
                        + after.validFrom() + ": " + before.rate() + " % from " + before.validFrom() + " and "
                        + after.rate() + " %");
            }
        }
    }

    Optional<GstRate> rate(String hsn, LocalDate on) {
        for (int length = hsn.length(); length > 0; length--) {
            Optional<GstRate> found = byPrefix.getOrDefault(hsn.substring(0, length), List.of()).stream()
                    .filter(rate -> rate.covers(on))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
