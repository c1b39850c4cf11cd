package io.tradeflow.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/** Counts links that nobody was sent, by where they come from, so that links cannot be tried out. Good links are not counted. */
class LinkThrottle {

    private static final int MOST_ENTRIES = 100_000;

    private final int attempts;
    private final Cache<String, Integer> byAddress;

    LinkThrottle(AccessSettings settings, Ticker ticker) {
        this.attempts = settings.attemptsPerUser();
        this.byAddress = Caffeine.newBuilder()
                .expireAfterWrite(settings.lockout())
                .maximumSize(MOST_ENTRIES)
                .ticker(ticker)
                .build();
    }

    boolean isLocked(String address) {
        Integer failures = byAddress.getIfPresent(address);
        return failures != null && failures >= attempts;
    }

    void failed(String address) {
        byAddress.asMap().merge(address, 1, Integer::sum);
    }
}
