package io.tradeflow.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a run may be told with {@code -Dbench.…}.
 *
 * @param duration how long each number of clients is measured ({@code bench.seconds})
 * @param clients numbers of clients, measured one after the other ({@code bench.clients})
 * @param warmUp journeys at least before anything is measured ({@code bench.warmup})
 * @param floor whether the bare engine is measured too ({@code bench.floor})
 * @param statements whether statements are counted in a run of their own ({@code bench.statements})
 * @param report the page the figures go into ({@code bench.report})
 * @param jvm what the program's JVM is given besides ({@code bench.jvm}), such as a flight recording
 */
record BenchSettings(
        Duration duration,
        List<Integer> clients,
        int warmUp,
        boolean floor,
        boolean statements,
        Path report,
        List<String> jvm) {

    static BenchSettings fromSystem() {
        return new BenchSettings(
                Duration.ofSeconds(Long.getLong("bench.seconds", 60)),
                words("bench.clients", "1,4", ",").stream()
                        .map(Integer::valueOf)
                        .toList(),
                Integer.getInteger("bench.warmup", 200),
                !"false".equals(System.getProperty("bench.floor")),
                !"false".equals(System.getProperty("bench.statements")),
                Path.of(System.getProperty("bench.report", "docs/benchmark.md")),
                words("bench.jvm", "", " "));
    }

    private static List<String> words(String property, String otherwise, String separator) {
        return Arrays.stream(System.getProperty(property, otherwise).split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
