package io.tradeflow.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of answered writes. All but {@link #forgetExpired()} runs in the transaction that does the work. */
@Component
class IdempotencyKeys {

    /** A key with what was sent and answered under it. */
    record Entry(KeyedRequest request, StoredAnswer answer) {}

    private final JdbcTemplate jdbc;
    private final JdbcTemplate patient;
    private final Clock clock;
    private final Duration keep;

    IdempotencyKeys(DataSource dataSource, Clock clock, IdempotencySettings settings) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.patient = new JdbcTemplate(dataSource);
        this.patient.setQueryTimeout(Math.toIntExact(settings.patience().toSeconds()));
        this.clock = clock;
        this.keep = settings.keep();
    }

    /**
     * Takes the key for this request, or waits until whoever has it is done.
     *
     * @return whether the key is ours: unused so far, given back by a failed request, or expired
     */
    boolean claim(KeyedRequest request) {
        Instant now = clock.instant();
        // The unique index makes the second of two parallel requests wait here for the first one's commit or rollback.
        return patient.update(
                        """
                        insert into idempotency_key as old
                            (actor, key, method, path, body_sha256, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (actor, key) do update
                        set method = excluded.method, path = excluded.path, body_sha256 = excluded.body_sha256,
                            status = null, location = null, content_type = null, etag = null, body = null,
                            created_at = excluded.created_at, expires_at = excluded.expires_at
                        where old.expires_at <= excluded.created_at
                        """,
                        request.actor(),
                        request.key(),
                        request.method(),
                        request.path(),
                        request.bodySha256(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(keep)))
                == 1;
    }

    Optional<Entry> find(String actor, String key) {
        return jdbc
                .query(
                        """
                        select actor, key, method, path, body_sha256, status, location, content_type, etag, body
                        from idempotency_key where actor = ? and key = ?
                        """,
                        (row, number) -> entry(row),
                        actor,
                        key)
                .stream()
                .findFirst();
    }

    void keep(KeyedRequest request, StoredAnswer answer) {
        jdbc.update(
                """
                update idempotency_key set status = ?, location = ?, content_type = ?, etag = ?, body = ?
                where actor = ? and key = ?
                """,
                answer.status(),
                answer.location(),
                answer.contentType(),
                answer.etag(),
                answer.body(),
                request.actor(),
                request.key());
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    @Transactional
    public void forgetExpired() {
        jdbc.update("delete from idempotency_key where expires_at <= ?", Timestamp.from(clock.instant()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        KeyedRequest request = new KeyedRequest(
                row.getString("actor"),
                row.getString("key"),
                row.getString("method"),
                row.getString("path"),
                row.getBytes("body_sha256"));
        StoredAnswer answer = new StoredAnswer(
                row.getInt("status"),
                row.getString("location"),
                row.getString("content_type"),
                row.getString("etag"),
                row.getBytes("body"));
        return new Entry(request, answer);
    }
}
