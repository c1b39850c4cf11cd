package io.tradeflow.tax;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rates by HSN prefix and date. The longest prefix that has a rate on the day wins. */
final class RateTable {

    private final Map<String, List<GstRate>> byPrefix;

    RateTable(Collection<GstRate> rates) {
        byPrefix = rates.stream().collect(Collectors.groupingBy(GstRate::hsnPrefix));
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
