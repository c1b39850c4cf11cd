package io.tradeflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long each step of each journey took; one per client, added up at the end. */
class Timings {

    private final Map<Step, List<Long>> nanos = new EnumMap<>(Step.class);

    void add(Step step, long elapsedNanos) {
        nanos.computeIfAbsent(step, known -> new ArrayList<>()).add(elapsedNanos);
    }

    void addAll(Timings others) {
        others.nanos.forEach((step, values) ->
                nanos.computeIfAbsent(step, known -> new ArrayList<>()).addAll(values));
    }

    int journeys() {
        return nanos.getOrDefault(Step.WHOLE, List.of()).size();
    }

    /** @param percent 50 for the median */
    Duration percentile(Step step, int percent) {
        long[] sorted = nanos.getOrDefault(step, List.of()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        if (sorted.length == 0) {
            return Duration.ZERO;
        }
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }

    boolean has(Step step) {
        return nanos.containsKey(step);
    }
}
