package io.tradeflow.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credit accounts and the changes of their limits in the database. */
@Repository
class AccountTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<CreditAccount> all() {
        return jdbc.sql(
                        """
                        with overdue as (
                            select buyer_code, currency, sum(amount) as overdue from receivable_due
                            where due_on < :today group by buyer_code, currency
                        )
                        select a.buyer_code, b.trade_name as buyer_name, a.currency, a.group_code, a.set_by, a.set_at,
                            a.valid_until, a.confirmed, a.dispatched_unbilled, a.receivable, a.unapplied,
                            case when a.valid_until < :today then 0 else a.credit_limit end as credit_limit,
                            coalesce(o.overdue, 0) as overdue
                        from credit_account a join buyer b on b.code = a.buyer_code
                            left join overdue o on o.buyer_code = a.buyer_code and o.currency = a.currency
                        order by (a.confirmed + a.dispatched_unbilled + a.receivable + a.unapplied)
                                / nullif(case when a.valid_until < :today then 0 else a.credit_limit end, 0) desc nulls last,
                            b.trade_name, a.currency""")
                .param("today", LocalDate.now(clock))
                .query((row, index) -> new CreditAccount(
                        row.getString("buyer_code"),
                        row.getString("buyer_name"),
                        row.getString("set_by"),
                        instant(row, "set_at"),
                        ExposureBook.exposure(row, index)))
                .list();
    }

    List<LimitChange> changes(String buyerCode, String currency) {
        return jdbc.sql(
                        """
                        select old_limit, new_limit, valid_until, group_code, reason, changed_by, changed_at
                        from credit_limit_change where buyer_code = :buyer and currency = :currency order by id desc""")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .query((row, index) -> new LimitChange(
                        row.getBigDecimal("old_limit"),
                        row.getBigDecimal("new_limit"),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("group_code"),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        instant(row, "changed_at")))
                .list();
    }

    /** Keeps limit and change unless the limit is exactly this already; the account is held. */
    void setLimit(String buyerCode, String currency, CreditLimit limit, String by) {
        jdbc.sql(
                        """
                        with before as (
                            select buyer_code, currency, credit_limit from credit_account
                            where buyer_code = :buyer and currency = :currency
                              and (credit_limit, valid_until, group_code)
                                  is distinct from (:amount::numeric, :validUntil::date, :group::varchar)
                        ), changed as (
                            insert into credit_limit_change (buyer_code, currency, old_limit, new_limit, valid_until,
                                group_code, reason, changed_by, changed_at)
                            select buyer_code, currency, credit_limit, :amount, :validUntil, :group, :reason, :by, :now from before)
                        update credit_account a
                        set credit_limit = :amount, valid_until = :validUntil, group_code = :group, set_by = :by, set_at = :now
                        from before where a.buyer_code = before.buyer_code and a.currency = before.currency""")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .param("amount", limit.amount())
                .param("validUntil", limit.validUntil())
                .param("group", limit.groupCode())
                .param("reason", limit.reason())
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
