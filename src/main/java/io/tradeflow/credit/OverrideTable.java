package io.tradeflow.credit;

import io.tradeflow.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Overrides of credit limits in the database. */
@Component
class OverrideTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    OverrideTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(
            String subject, int revision, String buyerCode, Money ceiling, LocalDate until, String reason, String by) {
        jdbc.sql(
                        """
                        insert into credit_override (subject_number, revision, buyer_code, currency, ceiling, valid_until,
                            reason, granted_by, granted_at)
                        values (:subject, :revision, :buyer, :currency, :ceiling, :until, :reason, :by, :now)""")
                .param("subject", subject)
                .param("revision", revision)
                .param("buyer", buyerCode)
                .param("currency", ceiling.currency().getCurrencyCode())
                .param("ceiling", ceiling.amount())
                .param("until", until)
                .param("reason", reason)
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** False where it has ended before. */
    boolean end(long id, String by) {
        return jdbc.sql(
                                "update credit_override set ended_at = :now, ended_by = :by where id = :id and ended_at is null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The one that has not been ended, whether its last day is past or not. */
    Optional<CreditOverride> standing(String subject, int revision) {
        return jdbc.sql(
                        "select * from credit_override where subject_number = :subject and revision = :revision and ended_at is null")
                .param("subject", subject)
                .param("revision", revision)
                .query(OverrideTable::override)
                .optional();
    }

    Optional<CreditOverride> find(String buyerCode, String currency, long id) {
        return jdbc.sql("select * from credit_override where id = :id and buyer_code = :buyer and currency = :currency")
                .param("id", id)
                .param("buyer", buyerCode)
                .param("currency", currency)
                .query(OverrideTable::override)
                .optional();
    }

    /** Newest first. */
    List<CreditOverride> ofAccount(String buyerCode, String currency) {
        return jdbc.sql(
                        "select * from credit_override where buyer_code = :buyer and currency = :currency order by id desc")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .query(OverrideTable::override)
                .list();
    }

    private static CreditOverride override(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new CreditOverride(
                row.getLong("id"),
                row.getString("subject_number"),
                row.getInt("revision"),
                Money.of(row.getBigDecimal("ceiling"), row.getString("currency")),
                row.getObject("valid_until", LocalDate.class),
                row.getString("reason"),
                row.getString("granted_by"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"));
    }
}
