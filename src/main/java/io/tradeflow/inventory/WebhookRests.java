package io.tradeflow.inventory;

import java.time.Duration;
import java.util.List;

/** How long an outside system rests that does not answer, and a message it does not accept: longer each time. */
final class WebhookRests {

    private static final List<Duration> RESTS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private WebhookRests() {}

    /** @param failures in a row, the one that has just happened included */
    static Duration after(int failures) {
        return RESTS.get(Math.min(Math.max(failures, 1), RESTS.size()) - 1);
    }
}
