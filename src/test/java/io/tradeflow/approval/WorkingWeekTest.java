package io.tradeflow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday to Saturday, 9:30 to 18:30; Friday 2 October 2026 is a holiday. */
class WorkingWeekTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final WorkingWeek WEEK = new WorkingWeek(
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day != DayOfWeek.SUNDAY)
                    .collect(Collectors.toMap(
                            day -> day, day -> new WorkingWeek.Hours(LocalTime.of(9, 30), LocalTime.of(18, 30)))),
            Set.of(LocalDate.of(2026, 10, 2)),
            ZONE);

    @ParameterizedTest
    @CsvSource({
        // within a day, over night, over the holiday, over the Sunday
        "2026-09-28T10:00, PT4H, 2026-09-28T14:00",
        "2026-09-28T16:00, PT4H, 2026-09-29T11:00",
        "2026-10-01T16:00, PT4H, 2026-10-03T11:00",
        "2026-10-03T16:00, PT4H, 2026-10-05T11:00",
        // a working day is the same time on the next one
        "2026-09-28T10:00, P1D,  2026-09-29T10:00",
        "2026-10-01T10:00, P1D,  2026-10-03T10:00",
        "2026-10-03T18:00, P1D,  2026-10-05T18:00",
        "2026-09-28T10:00, P1DT2H, 2026-09-29T12:00",
        // asked at night: from the next morning
        "2026-09-28T22:00, P1D,  2026-09-30T09:30",
        "2026-09-28T05:00, PT1H, 2026-09-28T10:30",
        "2026-09-28T18:30, PT1H, 2026-09-29T10:30",
        "2026-10-04T12:00, PT1H, 2026-10-05T10:30",
        "2026-09-28T10:00, PT0S, 2026-09-28T10:00",
        "2026-09-28T10:00, PT9H, 2026-09-29T10:00",
    })
    void time_is_allowed_in_working_hours(LocalDateTime start, Duration allowed, LocalDateTime due) {
        assertThat(WEEK.after(start.atZone(ZONE).toInstant(), allowed)
                        .atZone(ZONE)
                        .toLocalDateTime())
                .isEqualTo(due);
    }

    @Property(tries = 300)
    void it_is_due_in_working_hours_and_more_time_never_ends_earlier(
            @ForAll @IntRange(max = 60 * 24 * 60) int startMinute,
            @ForAll @IntRange(max = 5000) int minutes,
            @ForAll @IntRange(max = 500) int more) {
        Instant start = LocalDateTime.of(2026, 9, 1, 0, 0)
                .plusMinutes(startMinute)
                .atZone(ZONE)
                .toInstant();

        LocalDateTime due = WEEK.after(start, Duration.ofMinutes(minutes % 1440))
                .atZone(ZONE)
                .toLocalDateTime();

        assertThat(due.getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
        assertThat(due.toLocalDate()).isNotEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(due.toLocalTime()).isBetween(LocalTime.of(9, 30), LocalTime.of(18, 30));
        assertThat(WEEK.after(start, Duration.ofMinutes(minutes % 900 + more % 500)))
                .isAfterOrEqualTo(WEEK.after(start, Duration.ofMinutes(minutes % 900)));
    }
}
