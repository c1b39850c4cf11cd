package io.tradeflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Links cannot be tried out. */
class LinkThrottleTest {

    private static final AccessSettings SETTINGS =
            new AccessSettings(5, 3, Duration.ofMinutes(5), Duration.ofMinutes(2));

    private final AtomicLong nanos = new AtomicLong();
    private final LinkThrottle throttle = new LinkThrottle(SETTINGS, nanos::get);

    @Test
    void anAddressThatTriesTooManyIsLockedOutForAWhile() {
        throttle.failed("10.0.0.9");
        throttle.failed("10.0.0.9");
        assertThat(throttle.isLocked("10.0.0.9")).isFalse();

        throttle.failed("10.0.0.9");

        assertThat(throttle.isLocked("10.0.0.9")).isTrue();
        assertThat(throttle.isLocked("10.0.0.10")).isFalse();
        nanos.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(throttle.isLocked("10.0.0.9")).isFalse();
    }
}
