package io.tradeflow.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Locale;

/** Counts failed sign-ins and refuses further ones for a while, so that passwords cannot be tried out. */
class SignInThrottle {

    private static final int MOST_ENTRIES = 100_000;

    private record Source(String userId, String address) {}

    private final int attempts;
    private final int attemptsPerUser;
    private final Cache<Source, Integer> bySource;
    private final Cache<String, Integer> byUser;

    SignInThrottle(AccessSettings settings, Ticker ticker) {
        this.attempts = settings.attempts();
        this.attemptsPerUser = settings.attemptsPerUser();
        this.bySource = counters(settings, ticker);
        this.byUser = counters(settings, ticker);
    }

    boolean isLocked(String userId, String address) {
        return reached(bySource.getIfPresent(source(userId, address)), attempts)
                || reached(byUser.getIfPresent(normal(userId)), attemptsPerUser);
    }

    /** The time out runs from the last failure; refused attempts do not prolong it, for they are not counted. */
    void failed(String userId, String address) {
        bySource.asMap().merge(source(userId, address), 1, Integer::sum);
        byUser.asMap().merge(normal(userId), 1, Integer::sum);
    }

    /** Only this address is forgiven: who guesses elsewhere gains nothing from the owner's signing in. */
    void succeeded(String userId, String address) {
        bySource.invalidate(source(userId, address));
    }

    private static boolean reached(Integer failures, int limit) {
        return failures != null && failures >= limit;
    }

    private static Source source(String userId, String address) {
        return new Source(normal(userId), address);
    }

    private static String normal(String userId) {
        return userId.toLowerCase(Locale.ROOT);
    }

    private static <K> Cache<K, Integer> counters(AccessSettings settings, Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(settings.lockout())
                .maximumSize(MOST_ENTRIES)
                .ticker(ticker)
                .build();
    }
}
