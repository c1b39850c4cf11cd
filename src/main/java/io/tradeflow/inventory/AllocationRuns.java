package io.tradeflow.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of allocation with the ways that were compared, in the database. */
@Repository
class AllocationRuns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    AllocationRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(String orderNumber, int priority, Allocations.Outcome outcome, List<RoutingOption> options) {
        jdbc.sql("insert into allocation_run (order_number, run_at, priority, outcome, options)"
                        + " values (:order, :now, :priority, :outcome, cast(:options as jsonb))")
                .param("order", orderNumber)
                .param("now", OffsetDateTime.now(clock))
                .param("priority", priority)
                .param("outcome", outcome.name())
                .param("options", text(options))
                .update();
    }

    /** As {@link #keep}, in the statement that books what was taken. */
    Along kept(String orderNumber, int priority, Allocations.Outcome outcome, List<RoutingOption> options) {
        return new Along(
                """
                run as (
                  insert into allocation_run (order_number, run_at, priority, outcome, options)
                  values (:runOrder, :runAt, :runPriority, :runOutcome, cast(:runOptions as jsonb))
                ),
                """,
                Map.of(
                        "runOrder", orderNumber,
                        "runAt", OffsetDateTime.now(clock),
                        "runPriority", priority,
                        "runOutcome", outcome.name(),
                        "runOptions", text(options)));
    }

    /** Newest first. */
    List<AllocationRun> ofOrder(String orderNumber) {
        return jdbc.sql(
                        "select run_at, outcome, options from allocation_run where order_number = :order order by id desc")
                .param("order", orderNumber)
                .query((row, number) -> new AllocationRun(
                        row.getObject("run_at", OffsetDateTime.class).toInstant(),
                        Allocations.Outcome.valueOf(row.getString("outcome")),
                        options(row.getString("options"))))
                .list();
    }

    private static String text(List<RoutingOption> options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Codes, numbers and texts can be written", impossible);
        }
    }

    private static List<RoutingOption> options(String text) {
        try {
            return JSON.readValue(text, new TypeReference<List<RoutingOption>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The compared options cannot be read: " + text, damaged);
        }
    }
}
