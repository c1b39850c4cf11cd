package io.tradeflow.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Somebody is away from the first moment until before the last; the deputy decides for them meanwhile. */
public record Absence(
        long id,
        String userId,
        String userName,
        String deputyId,
        String deputyName,
        Instant from,
        Instant until,
        String note,
        String recordedBy) {

    /** Whether it holds at this moment. */
    public boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    public LocalDate firstDay(ZoneId zone) {
        return LocalDate.ofInstant(from, zone);
    }

    /** The last day away, which counts whole. */
    public LocalDate lastDay(ZoneId zone) {
        return LocalDate.ofInstant(until.minusNanos(1), zone);
    }
}
