package io.tradeflow.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Webhooks and their outbox in the database. */
@Repository
class WebhookTable {

    private static final int LONGEST_ERROR = 500;

    private static final String DELIVERY =
            "select d.*, w.url from stock_webhook_delivery d join stock_webhook w on w.id = d.webhook_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    WebhookTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long insert(String url, String secret, long afterPosition, String by) {
        return jdbc.sql(
                        """
                        insert into stock_webhook (url, secret, after_position, created_by, created_at)
                        values (:url, :secret, :after, :by, :now) returning id
                        """)
                .param("url", url)
                .param("secret", secret)
                .param("after", afterPosition)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    boolean end(long id) {
        return jdbc.sql("update stock_webhook set active = false where id = :id and active")
                        .param("id", id)
                        .update()
                == 1;
    }

    List<StockWebhook> active() {
        return jdbc.sql(
                        """
                        select w.*, count(d.id) filter (where d.sent_at is null) as waiting,
                               count(d.id) filter (where d.sent_at is null and d.attempts > 0) as failing
                        from stock_webhook w left join stock_webhook_delivery d on d.webhook_id = w.id
                        where w.active group by w.id order by w.id
                        """)
                .query((row, number) -> new StockWebhook(
                        row.getLong("id"),
                        row.getString("url"),
                        row.getString("secret"),
                        row.getBoolean("active"),
                        row.getString("created_by"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getLong("waiting"),
                        row.getLong("failing")))
                .list();
    }

    /** The secret of an active webhook; empty for one that is ended. */
    Optional<String> secretOf(long webhookId) {
        return jdbc.sql("select secret from stock_webhook where id = :id and active")
                .param("id", webhookId)
                .query(String.class)
                .optional();
    }

    /** Puts one message per webhook and product that has changed into the outbox, unless one waits there already; gives the new ones. */
    List<WebhookQueued> queue(long upToPosition) {
        List<WebhookQueued> queued = jdbc.sql(
                        """
                        with changed as (
                          select distinct w.id as webhook_id, s.sku
                          from stock_webhook w join stock_change c on c.position > w.after_position and c.position <= :upTo
                          join stock_ledger l on l.id = c.ledger_id join stock_balance s on s.id = l.balance_id
                          where w.active
                        ), queued as (
                          insert into stock_webhook_delivery (webhook_id, sku, event_id, queued_at)
                          select webhook_id, sku, gen_random_uuid(), :now from changed order by webhook_id, sku
                          on conflict (webhook_id, sku) where payload is null do nothing
                          returning id, webhook_id, sku
                        )
                        select q.id, q.sku, w.url from queued q join stock_webhook w on w.id = q.webhook_id order by q.id
                        """)
                .param("upTo", upToPosition)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) ->
                        new WebhookQueued(row.getLong("id"), row.getString("sku"), row.getString("url")))
                .list();
        jdbc.sql("update stock_webhook set after_position = :upTo where active and after_position < :upTo")
                .param("upTo", upToPosition)
                .update();
        return queued;
    }

    boolean anyActive() {
        return jdbc.sql("select exists (select from stock_webhook where active)")
                .query(Boolean.class)
                .single();
    }

    Optional<WebhookDelivery> delivery(long id) {
        return jdbc.sql(DELIVERY + "where d.id = :id")
                .param("id", id)
                .query(WebhookTable::delivery)
                .optional();
    }

    /** Those that have not gone out first, then the latest. */
    List<WebhookDelivery> latest(int limit) {
        return jdbc.sql(DELIVERY
                        + "where w.active order by d.sent_at is not null, d.queued_at desc, d.id desc limit :limit")
                .param("limit", limit)
                .query(WebhookTable::delivery)
                .list();
    }

    void compose(long id, String payload) {
        jdbc.sql("update stock_webhook_delivery set payload = :payload where id = :id and payload is null")
                .param("id", id)
                .param("payload", payload)
                .update();
    }

    void markSent(long id) {
        jdbc.sql(
                        "update stock_webhook_delivery set sent_at = :now, attempts = attempts + 1, last_error = null where id = :id and sent_at is null")
                .param("id", id)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Kept in a transaction of its own: the delivery's is about to be rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void markFailed(long id, String error) {
        jdbc.sql(
                        "update stock_webhook_delivery set attempts = attempts + 1, last_error = :error where id = :id and sent_at is null")
                .param("id", id)
                .param("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .update();
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new WebhookDelivery(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("url"),
                row.getString("sku"),
                row.getObject("event_id", UUID.class),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getString("payload"),
                sentAt == null ? null : sentAt.toInstant(),
                row.getInt("attempts"),
                row.getString("last_error"));
    }
}
