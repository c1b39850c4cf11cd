package io.tradeflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A clock that tests move. It runs along with real time from where it was put, and takes the engine's clock with it. */
public class TestClock extends Clock {

    private final ZoneId zone;
    private volatile Duration ahead = Duration.ZERO;

    TestClock(ZoneId zone) {
        this.zone = zone;
    }

    public void advance(Duration by) {
        ahead = ahead.plus(by);
        ClockUtil.offset(ahead.toMillis());
    }

    public void reset() {
        ahead = Duration.ZERO;
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.offset(Clock.system(other), ahead);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    static class Reset implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            SpringExtension.getApplicationContext(context)
                    .getBean(TestClock.class)
                    .reset();
        }
    }
}
