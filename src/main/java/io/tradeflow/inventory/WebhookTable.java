package io.tradeflow.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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
                        row.getInt("failures"),
                        instant(row, "rests_until"),
                        row.getString("last_error"),
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

    /** Puts one message per webhook and product that has changed into the outbox; one that waits there already stands for the change too. */
    void queue(long upToPosition) {
        jdbc.sql(
                        """
                        insert into stock_webhook_delivery as d (webhook_id, sku, event_id, queued_at, up_to)
                        select w.id, s.sku, gen_random_uuid(), :now, max(c.position)
                        from stock_webhook w join stock_change c on c.position > w.after_position and c.position <= :upTo
                        join stock_ledger l on l.id = c.ledger_id join stock_balance s on s.id = l.balance_id
                        where w.active
                        group by w.id, s.sku order by w.id, max(c.position)
                        on conflict (webhook_id, sku) where sent_at is null do update set up_to = excluded.up_to
                        """)
                .param("upTo", upToPosition)
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update stock_webhook set after_position = :upTo where active and after_position < :upTo")
                .param("upTo", upToPosition)
                .update();
    }

    /** Active ones that do not rest and have something to be told now. */
    List<WebhookQueued> due() {
        return jdbc.sql(
                        """
                        select w.id, w.url from stock_webhook w
                        where w.active and (w.rests_until is null or w.rests_until <= :now)
                          and exists (select from stock_webhook_delivery d where d.webhook_id = w.id and d.sent_at is null
                                      and (d.not_before is null or d.not_before <= :now))
                        order by w.id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new WebhookQueued(row.getLong("id"), row.getString("url")))
                .list();
    }

    /** The message whose turn it is; empty where none is, or the webhook is ended. */
    Optional<WebhookDelivery> next(long webhookId) {
        return jdbc.sql(
                        DELIVERY
                                + """
                                where w.id = :id and w.active and d.sent_at is null and (d.not_before is null or d.not_before <= :now)
                                order by d.queued_at, d.id limit 1""")
                .param("id", webhookId)
                .param("now", OffsetDateTime.now(clock))
                .query(WebhookTable::delivery)
                .optional();
    }

    int failures(long webhookId) {
        return jdbc.sql("select failures from stock_webhook where id = :id")
                .param("id", webhookId)
                .query(Integer.class)
                .single();
    }

    /** It has not answered once more. */
    void rest(long webhookId, Instant until, String error) {
        jdbc.sql(
                        """
                        update stock_webhook set failures = failures + 1, rests_until = :until, last_error = :error where id = :id""")
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("error", shortened(error))
                .param("id", webhookId)
                .update();
    }

    void answers(long webhookId) {
        jdbc.sql(
                        """
                        update stock_webhook set failures = 0, rests_until = null, last_error = null
                        where id = :id and failures > 0""")
                .param("id", webhookId)
                .update();
    }

    /** It is tried at once; it has still failed as often as it has. False where it does not rest. */
    boolean resume(long webhookId) {
        return jdbc.sql(
                                "update stock_webhook set rests_until = null where id = :id and active and rests_until is not null")
                        .param("id", webhookId)
                        .update()
                == 1;
    }

    boolean isActive(long webhookId) {
        return secretOf(webhookId).isPresent();
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

    /** Whatever has changed up to what was read is told with this. */
    void compose(WebhookDelivery delivery, UUID eventId, String payload) {
        jdbc.sql(
                        """
                        update stock_webhook_delivery set payload = :payload, event_id = :event, tells_up_to = :upTo
                        where id = :id and sent_at is null""")
                .param("id", delivery.id())
                .param("event", eventId)
                .param("payload", payload)
                .param("upTo", delivery.upTo())
                .update();
    }

    /** The other side has it, and so answers; what has changed since it was composed is a message of its own. */
    void markSent(WebhookDelivery delivery) {
        int sent = jdbc.sql(
                        """
                        update stock_webhook_delivery set sent_at = :now, attempts = attempts + 1, last_error = null, not_before = null
                        where id = :id and sent_at is null""")
                .param("id", delivery.id())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (sent == 1) {
            jdbc.sql(
                            """
                            insert into stock_webhook_delivery (webhook_id, sku, event_id, queued_at, up_to)
                            select webhook_id, sku, gen_random_uuid(), :now, up_to from stock_webhook_delivery
                            where id = :id and up_to > tells_up_to
                            on conflict (webhook_id, sku) where sent_at is null do nothing""")
                    .param("now", OffsetDateTime.now(clock))
                    .param("id", delivery.id())
                    .update();
        }
        answers(delivery.webhookId());
    }

    /** @param notBefore null where it waits for the other side and not for another try of itself */
    void markFailed(long id, String error, Instant notBefore) {
        jdbc.sql(
                        """
                        update stock_webhook_delivery set attempts = attempts + 1, last_error = :error, not_before = :notBefore
                        where id = :id and sent_at is null""")
                .param("id", id)
                .param("error", shortened(error))
                .param(
                        "notBefore",
                        notBefore == null ? null : OffsetDateTime.ofInstant(notBefore, ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static String shortened(String error) {
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        return new WebhookDelivery(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("url"),
                row.getString("sku"),
                row.getObject("event_id", UUID.class),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getLong("up_to"),
                row.getString("payload"),
                instant(row, "not_before"),
                instant(row, "sent_at"),
                row.getInt("attempts"),
                row.getString("last_error"));
    }
}
