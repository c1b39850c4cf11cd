package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for a longer validity and what was decided. An index lets one request be open for a quote. */
@Component
class ExtensionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExtensionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(StoredQuote quote, Actor by, LocalDate until, String reason) {
        return jdbc.sql(
                        """
                        insert into extension_request
                            (quote_number, revision, wanted_until, reason, asked_at, asked_by, asked_by_id)
                        values (:number, :revision, :until, :reason, :now, :name, :userId) returning id""")
                .param("number", quote.number)
                .param("revision", quote.revision)
                .param("until", until)
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .param("name", by.name())
                .param("userId", by.userId())
                .query(Long.class)
                .single();
    }

    /** Decides what is open; false where it is decided already. */
    boolean decide(long id, ExtensionRequest.Outcome outcome, LocalDate until, Actor by, String note) {
        return jdbc.sql(
                                """
                                update extension_request
                                   set outcome = :outcome, granted_until = :until, decided_at = :now, decided_by = :by,
                                       decision_note = :note
                                 where id = :id and outcome is null""")
                        .param("outcome", outcome.name())
                        .param("until", until)
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by.name())
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<ExtensionRequest> find(long id) {
        return jdbc.sql("select * from extension_request where id = :id")
                .param("id", id)
                .query((row, n) -> request(row))
                .optional();
    }

    /** Oldest first. */
    List<ExtensionRequest> of(String number) {
        return jdbc.sql("select * from extension_request where quote_number = :number order by id")
                .param("number", number)
                .query((row, n) -> request(row))
                .list();
    }

    private static ExtensionRequest request(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ExtensionRequest(
                row.getLong("id"),
                row.getString("quote_number"),
                row.getInt("revision"),
                row.getObject("wanted_until", LocalDate.class),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                outcome == null ? null : ExtensionRequest.Outcome.valueOf(outcome),
                row.getObject("granted_until", LocalDate.class),
                row.getString("decided_by"),
                row.getString("decision_note"));
    }
}
