package io.tradeflow.approval;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/**
 * When people work. Of a time allowed, whole days are working days (the same time of day on a later one), the rest is working time.
 *
 * @param hours opening hours by weekday; a weekday that is missing is off
 */
record WorkingWeek(Map<DayOfWeek, Hours> hours, Set<LocalDate> holidays, ZoneId zone) {

    record Hours(LocalTime opens, LocalTime closes) {}

    WorkingWeek {
        hours = Map.copyOf(hours);
        holidays = Set.copyOf(holidays);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("There is no working day in the table working_hours");
        }
    }

    /** The moment at which so much working time has passed; never outside working hours. */
    Instant after(Instant start, Duration allowed) {
        ZonedDateTime at = intoWorkingHours(start.atZone(zone));
        for (long day = allowed.toDays(); day > 0; day--) {
            LocalTime time = at.toLocalTime();
            at = opening(at.toLocalDate().plusDays(1));
            Hours there = hours.get(at.getDayOfWeek());
            at = time.isAfter(there.closes())
                    ? at.with(there.closes())
                    : time.isAfter(there.opens()) ? at.with(time) : at;
        }
        Duration left = allowed.minusDays(allowed.toDays());
        while (!left.isZero()) {
            Duration today = Duration.between(
                    at.toLocalTime(), hours.get(at.getDayOfWeek()).closes());
            if (left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = opening(at.toLocalDate().plusDays(1));
        }
        return at.toInstant();
    }

    private ZonedDateTime intoWorkingHours(ZonedDateTime at) {
        Hours today = worksOn(at.toLocalDate()) ? hours.get(at.getDayOfWeek()) : null;
        if (today == null || !at.toLocalTime().isBefore(today.closes())) {
            return opening(at.toLocalDate().plusDays(1));
        }
        return at.toLocalTime().isBefore(today.opens()) ? at.with(today.opens()) : at;
    }

    /** When work begins on this day or the next working day. */
    private ZonedDateTime opening(LocalDate earliest) {
        LocalDate day = earliest;
        while (!worksOn(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(hours.get(day.getDayOfWeek()).opens()).atZone(zone);
    }

    private boolean worksOn(LocalDate day) {
        return hours.containsKey(day.getDayOfWeek()) && !holidays.contains(day);
    }
}
