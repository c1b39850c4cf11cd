package io.tradeflow.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What operations should be woken by: deals that are stuck. Read from the database when asked for, so every node tells the same; alarms
 * belong on age rather than on number.
 */
@Component
class EngineGauges implements MeterBinder {

    /** A job that was due this long ago and that nobody works on is late. */
    private static final Duration LATE = Duration.ofMinutes(1);

    /** The clean-up of history is no step of a deal: it is due from the start of its window and takes turns until the end. */
    private static final String OVERDUE =
            """
             from act_ru_job
            where retries_ > 0 and suspension_state_ = 1 and handler_type_ is distinct from 'history-cleanup'
              and coalesce(duedate_, create_time_) < :late
              and (lock_exp_time_ is null or lock_exp_time_ < :now)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineGauges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "tradeflow.incidents.open", "Incidents nobody has resolved", EngineGauges::openIncidents);
        gauge(registry, "tradeflow.jobs.overdue", "Jobs due for over a minute", EngineGauges::overdueJobs);
        gauge(
                registry,
                "tradeflow.jobs.failing",
                "Jobs that failed and will be tried again",
                EngineGauges::failingJobs);
        Gauge.builder("tradeflow.jobs.overdue.age", this, EngineGauges::oldestOverdueSeconds)
                .description("For how long the oldest overdue job has been due")
                .baseUnit("seconds")
                .register(registry);
    }

    double openIncidents() {
        return count("select count(*) from act_ru_incident where id_ = root_cause_incident_id_");
    }

    double failingJobs() {
        return count("select count(*) from act_ru_job where retries_ > 0 and exception_msg_ is not null");
    }

    double overdueJobs() {
        return overdue("select count(*)" + OVERDUE);
    }

    double oldestOverdueSeconds() {
        return overdue(
                "select coalesce(extract(epoch from cast(:now as timestamp) - min(coalesce(duedate_, create_time_))), 0)"
                        + OVERDUE);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<EngineGauges> value) {
        Gauge.builder(name, this, value).description(description).register(registry);
    }

    private double count(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }

    private double overdue(String sql) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql(sql)
                .param("now", now)
                .param("late", Timestamp.from(now.toInstant().minus(LATE)))
                .query(Double.class)
                .single();
    }
}
