package io.tradeflow.ewaybill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How long an e-way bill holds (CGST rule 138(10)): a day for every 200 km or part of it, for every 20 km with an over-dimensional cargo, to
 * the last minute of the last day. It begins with the first Part B.
 */
final class EwayBillValidity {

    private static final int KM_A_DAY = 200;
    private static final int KM_A_DAY_OVER_DIMENSIONAL = 20;
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
    private static final Duration AROUND_EXPIRY = Duration.ofHours(8);
    private static final Duration TO_CANCEL = Duration.ofHours(24);

    private EwayBillValidity() {}

    static int days(int km, boolean overDimensional) {
        int aDay = overDimensional ? KM_A_DAY_OVER_DIMENSIONAL : KM_A_DAY;
        return Math.max(1, (km + aDay - 1) / aDay);
    }

    /** @param begins when Part B was first entered */
    static Instant until(Instant begins, int km, boolean overDimensional, ZoneId zone) {
        return begins.atZone(zone)
                .toLocalDate()
                .plusDays(days(km, overDimensional))
                .atTime(LAST_MINUTE)
                .atZone(zone)
                .toInstant();
    }

    /** From eight hours before it expires to eight hours after. */
    static boolean mayExtend(Instant validUntil, Instant now) {
        return !now.isBefore(validUntil.minus(AROUND_EXPIRY)) && !now.isAfter(validUntil.plus(AROUND_EXPIRY));
    }

    /** Within a day of its making. */
    static boolean mayCancel(Instant generatedAt, Instant now) {
        return !now.isAfter(generatedAt.plus(TO_CANCEL));
    }
}
