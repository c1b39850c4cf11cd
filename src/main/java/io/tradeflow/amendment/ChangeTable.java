package io.tradeflow.amendment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of orders in the database. */
@Component
class ChangeTable {

    private static final String SERIES = "OCH";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Problem {@code change-pending} where another one is open */
    String insert(
            SalesOrder before, SalesOrder after, ChangeDraft draft, List<String> sentences, String hash, Actor by) {
        LocalDate today = LocalDate.now(clock);
        long serial = jdbc.sql("select nextval('order_change_number_seq')")
                .query(Long.class)
                .single();
        String number =
                DocumentNumber.of(SERIES, FinancialYear.of(today), serial).value();
        try {
            jdbc.sql(
                            """
                            insert into order_change (number, order_number, deal_number, base_revision, state, draft,
                                content_hash, sentences, reason, currency, total_before, total_after, proposed_by,
                                proposed_by_id, by_buyer, proposed_at)
                            values (:number, :order, :deal, :base, 'PROPOSED', cast(:draft as jsonb), :hash, :sentences,
                                :reason, :currency, :before, :after, :by, :byId, :byBuyer, :now)""")
                    .param("number", number)
                    .param("order", before.number())
                    .param("deal", before.dealNumber())
                    .param("base", before.revision())
                    .param("draft", json(draft))
                    .param("hash", hash)
                    .param("sentences", sentences.toArray(String[]::new))
                    .param("reason", draft.reason().strip())
                    .param("currency", before.currency())
                    .param("before", before.grandTotal().amount())
                    .param("after", after.grandTotal().amount())
                    .param("by", by.name())
                    .param("byId", by.userId())
                    .param("byBuyer", by instanceof Actor.BuyerUser)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict(
                    "change-pending",
                    "Another change is in work",
                    "A change of " + before.number() + " waits for a decision; withdraw it first");
        }
        return number;
    }

    void checked(String number, Actor by) {
        jdbc.sql("update order_change set checked_by = :by, checked_by_id = :id where number = :number")
                .param("by", by.name())
                .param("id", by.userId())
                .param("number", number)
                .update();
    }

    /** False where it has ended before. */
    boolean end(String number, ChangeState state, String reason, Integer appliedRevision, Actor by) {
        return jdbc.sql(
                                """
                                update order_change set state = :state, ended_at = :now, ended_by = :by,
                                    end_reason = left(:reason, 500), applied_revision = :revision
                                 where number = :number and state = 'PROPOSED'""")
                        .param("state", state.name())
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by.name())
                        .param("reason", reason)
                        .param("revision", appliedRevision)
                        .param("number", number)
                        .update()
                == 1;
    }

    Optional<OrderChange> find(String number) {
        return jdbc.sql("select * from order_change where number = :number")
                .param("number", number)
                .query(ChangeTable::change)
                .optional();
    }

    /** Newest first. */
    List<OrderChange> ofOrder(String orderNumber) {
        return jdbc.sql("select * from order_change where order_number = :order order by proposed_at desc, number desc")
                .param("order", orderNumber)
                .query(ChangeTable::change)
                .list();
    }

    private static OrderChange change(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        Instant endedAt = ended == null ? null : ended.toInstant();
        return new OrderChange(
                row.getString("number"),
                row.getString("order_number"),
                row.getString("deal_number"),
                row.getInt("base_revision"),
                ChangeState.valueOf(row.getString("state")),
                draft(row.getString("draft")),
                row.getString("content_hash"),
                List.of((String[]) row.getArray("sentences").getArray()),
                row.getString("reason"),
                Money.of(row.getBigDecimal("total_before"), currency),
                Money.of(row.getBigDecimal("total_after"), currency),
                row.getString("proposed_by"),
                row.getString("proposed_by_id"),
                row.getBoolean("by_buyer"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("checked_by"),
                row.getString("checked_by_id"),
                endedAt,
                row.getString("ended_by"),
                row.getString("end_reason"),
                row.getObject("applied_revision", Integer.class));
    }

    private static String json(ChangeDraft draft) {
        try {
            return JSON.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change cannot be written as JSON", e);
        }
    }

    private static ChangeDraft draft(String json) {
        try {
            return JSON.readValue(json, ChangeDraft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored change cannot be read", e);
        }
    }
}
