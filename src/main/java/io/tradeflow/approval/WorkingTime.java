package io.tradeflow.approval;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working hours and holidays as the company keeps them in the tables {@code working_hours} and {@code holiday}. */
@Service
public class WorkingTime {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkingTime(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The moment at which this much working time has passed from now on; whole days of it are working days. */
    @Transactional(readOnly = true)
    public Instant fromNow(Duration allowed) {
        return after(clock.instant(), allowed);
    }

    /** The moment at which this much working time has passed since {@code start}. */
    @Transactional(readOnly = true)
    public Instant after(Instant start, Duration allowed) {
        return week(LocalDate.ofInstant(start, clock.getZone())).after(start, allowed);
    }

    private WorkingWeek week(LocalDate from) {
        Map<DayOfWeek, WorkingWeek.Hours> hours = new HashMap<>();
        jdbc.sql("select weekday, opens, closes from working_hours").query(row -> {
            hours.put(
                    DayOfWeek.of(row.getInt("weekday")),
                    new WorkingWeek.Hours(
                            row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
        });
        Set<LocalDate> holidays = new HashSet<>(jdbc.sql("select day from holiday where day >= ?")
                .param(from)
                .query(LocalDate.class)
                .list());
        return new WorkingWeek(hours, holidays, clock.getZone());
    }
}
