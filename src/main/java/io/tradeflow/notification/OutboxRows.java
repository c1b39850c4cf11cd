package io.tradeflow.notification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The outbox's table. */
@Repository
class OutboxRows {

    private static final String SELECT =
            """
            select m.*, array(select a.document_id from mail_attachment a where a.mail_id = m.id order by a.place) as documents
            from mail m\s""";

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The new row's id, or empty where the key is in the outbox already. */
    Optional<Long> insert(MailDraft draft, Instant at) {
        return jdbc.sql(
                        """
                with queued as (
                    insert into mail (id, key, deal_number, recipient, subject, body, queued_at)
                    values (nextval('tradeflow_id_seq'), :key, :deal, :to, :subject, :body, :at)
                    on conflict (key) do nothing
                    returning id),
                attached as (
                    insert into mail_attachment (mail_id, place, document_id)
                    select queued.id, d.place, d.id from queued, unnest(:documents) with ordinality as d (id, place))
                select id from queued""")
                .param("key", draft.key())
                .param("deal", draft.dealNumber())
                .param("to", draft.to())
                .param("subject", draft.subject())
                .param("body", draft.body())
                .param("at", Timestamp.from(at))
                .param("documents", draft.documentIds().toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }

    Optional<SentMail> find(long id) {
        return jdbc.sql(SELECT + "where m.id = :id")
                .param("id", id)
                .query(OutboxRows::mail)
                .optional();
    }

    List<SentMail> latest(int offset, int limit) {
        return jdbc.sql(SELECT + "order by m.queued_at desc, m.id desc offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(OutboxRows::mail)
                .list();
    }

    List<SentMail> ofDeal(String dealNumber) {
        return jdbc.sql(SELECT + "where m.deal_number = :deal order by m.id")
                .param("deal", dealNumber)
                .query(OutboxRows::mail)
                .list();
    }

    void markSent(long id, Instant at) {
        jdbc.sql(
                        "update mail set sent_at = :at, attempts = attempts + 1, last_error = null where id = :id and sent_at is null")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Kept in a transaction of its own: the delivery's is about to be rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void markFailed(long id, String error) {
        jdbc.sql("update mail set attempts = attempts + 1, last_error = :error where id = :id and sent_at is null")
                .param("error", error)
                .param("id", id)
                .update();
    }

    private static SentMail mail(ResultSet row, int number) throws SQLException {
        Array documents = row.getArray("documents");
        return new SentMail(
                row.getLong("id"),
                row.getString("key"),
                row.getString("deal_number"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                List.of((Long[]) documents.getArray()),
                row.getTimestamp("queued_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                row.getInt("attempts"),
                row.getString("last_error"));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
