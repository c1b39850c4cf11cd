package io.tradeflow.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits by asking again every 15 milliseconds. */
final class Patience {

    static final Duration INTERVAL = Duration.ofMillis(15);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Patience() {}

    /** @return the first answer that is not null; @throws IllegalStateException after two minutes */
    static <T> T until(String what, Supplier<T> question) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (T answer = question.get(); ; answer = question.get()) {
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited " + LONGEST.toSeconds() + " s for " + what);
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }
}
