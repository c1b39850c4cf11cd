package io.tradeflow.inquiry;

import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the timeline and moves the stage, in the transaction of what happened. A deal that is over stays at its last stage. */
@Component
class Timeline {

    /** One round trip: the entry and the stage belong together. */
    private static final String NOTE =
            """
            with noted as (
                insert into deal_entry (deal_number, at, fact, document_number, by_name, for_buyer)
                values (:deal, :at, :fact, :document, :by, :forBuyer))
            update deal
            set changed_at = :at,
                stage = case when stage in ('CLOSED', 'LOST', 'CANCELLED') then stage else coalesce(:stage, stage) end
            where number = :deal""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void note(DealProgress progress) {
        int deals = jdbc.sql(NOTE)
                .param("deal", progress.dealNumber())
                .param("at", Timestamp.from(clock.instant()))
                .param("fact", progress.fact())
                .param("document", progress.documentNumber(), Types.VARCHAR)
                .param("by", progress.by().name())
                .param("forBuyer", progress.forBuyer())
                .param("stage", progress.stage().map(DealStage::name).orElse(null), Types.VARCHAR)
                .update();
        if (deals == 0) {
            throw new IllegalStateException("Progress noted for an unknown deal " + progress.dealNumber());
        }
    }
}
