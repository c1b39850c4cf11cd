package io.tradeflow.dispatch;

import java.time.Instant;

/** One thing reported about a consignment. */
public record TrackingEvent(
        long id,
        Kind kind,
        String carrierEventId,
        Instant occurredAt,
        String place,
        String note,
        String recordedBy,
        Instant recordedAt) {

    /** A kind of report; {@code forBuyer} whether the buyer is shown it. */
    public record Kind(String code, String label, Effect effect, boolean forBuyer) {}

    /** What a report does to the consignment. */
    public enum Effect {
        NONE,
        MOVING,
        OUT,
        DELAYED,
        DELIVERED,
        REFUSED,
        LOST
    }
}
