package io.tradeflow.dispatch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A carrier the house works with.
 *
 * @param transporterId GSTIN or enrolment number for e-way bills, null if unknown
 * @param trackingUrl where a tracking number is followed, with {@code {number}} in it; null if nowhere
 */
public record Carrier(
        String code, String name, String transporterId, String trackingUrl, Set<HandOver.Mode> modes, boolean active) {

    public Carrier {
        modes = Set.copyOf(modes);
    }

    /** Where this number is followed, null if nowhere. */
    static String link(String trackingUrl, String trackingNumber) {
        return trackingUrl == null || trackingNumber == null
                ? null
                : trackingUrl.replace("{number}", URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8));
    }
}
