package io.tradeflow.einvoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was said to the portal and by it, each in a transaction of its own: it stays when the step that asked is rolled back. */
@Repository
class Exchanges {

    private static final int LONGEST_OUTCOME = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    Exchanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public long asked(String irn, Exchange.Kind kind, String request, String by) {
        return jdbc.sql(
                        """
                        insert into e_invoice_exchange (irn, kind, asked_at, request, request_sha256, asked_by)
                        values (:irn, :kind, :at, :request, :sha256, :by) returning id""")
                .param("irn", irn)
                .param("kind", kind.name())
                .param("at", OffsetDateTime.now(clock))
                .param("request", request)
                .param("sha256", request == null ? null : Irn.sha256(request))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** @param response null where no answer came */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void answered(long id, String response, String outcome) {
        jdbc.sql(
                        """
                        update e_invoice_exchange set answered_at = :at, response = :response, response_sha256 = :sha256,
                            outcome = :outcome
                        where id = :id""")
                .param("at", OffsetDateTime.now(clock))
                .param("response", response)
                .param("sha256", response == null ? null : Irn.sha256(response))
                .param("outcome", outcome.length() <= LONGEST_OUTCOME ? outcome : outcome.substring(0, LONGEST_OUTCOME))
                .param("id", id)
                .update();
    }

    /** Whether the portal may have registered the document without our hearing of it. */
    boolean mayBeRegistered(String irn) {
        return jdbc.sql(
                        """
                        select exists (select 1 from e_invoice_exchange
                        where irn = :irn and kind = 'REGISTER' and response is null)""")
                .param("irn", irn)
                .query(Boolean.class)
                .single();
    }

    /** When a question of this kind, asked not after that moment, stayed without answer last. */
    Optional<Instant> unanswered(String irn, Exchange.Kind kind, Instant until) {
        return jdbc.sql(
                        """
                        select asked_at from e_invoice_exchange
                        where irn = :irn and kind = :kind and response is null and asked_at <= :until order by id desc limit 1""")
                .param("irn", irn)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("kind", kind.name())
                .query((row, index) -> instant(row, "asked_at"))
                .optional();
    }

    /** What came of the last question, where it was not accepted; by IRN. */
    Map<String, String> lastOutcomes(Collection<String> irns) {
        Map<String, String> outcomes = new HashMap<>();
        if (!irns.isEmpty()) {
            jdbc.sql(
                            """
                            select distinct on (irn) irn, outcome from e_invoice_exchange
                            where irn in (:irns) order by irn, id desc""")
                    .param("irns", irns)
                    .query((RowCallbackHandler) row -> outcomes.put(row.getString("irn"), row.getString("outcome")));
        }
        return outcomes;
    }

    /** Oldest first. */
    List<Exchange> of(String irn) {
        return jdbc.sql("select * from e_invoice_exchange where irn = :irn order by id")
                .param("irn", irn)
                .query(Exchanges::exchange)
                .list();
    }

    private static Exchange exchange(ResultSet row, int index) throws SQLException {
        return new Exchange(
                Exchange.Kind.valueOf(row.getString("kind")),
                instant(row, "asked_at"),
                row.getString("asked_by"),
                row.getString("request"),
                instant(row, "answered_at"),
                row.getString("response"),
                row.getString("outcome"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
