package io.tradeflow.credit;

import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exposure rows, their ledger and the accounts' sums in the database. */
@Repository
class ExposureBook {

    private static final String JUDGED_TOGETHER =
            """
            select a.buyer_code from credit_account a
            where a.currency = :currency and (a.buyer_code = :buyer or a.group_code = (
                select own.group_code from credit_account own where own.buyer_code = :buyer and own.currency = :currency))
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExposureBook(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** As below; publishes {@link AccountMoves} before. */
    void hold(Debt debt) {
        if (debt.orderNumber() != null) {
            events.publishEvent(new AccountMoves(debt.orderNumber()));
        }
        hold(debt.buyerCode(), debt.currency());
    }

    /** The account, opened where there is none, and those it is judged with are this transaction's until it ends: a group's limit is not passed by two at once. */
    void hold(String buyerCode, String currency) {
        jdbc.sql("insert into credit_account (buyer_code, currency) values (:buyer, :currency) on conflict do nothing")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .update();
        jdbc.sql("select 1 from credit_account where currency = :currency and buyer_code in (" + JUDGED_TOGETHER
                        + ") order by buyer_code for update")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .query(Integer.class)
                .list();
    }

    /** An empty row for the obligation; false if it has one. */
    boolean open(Bucket bucket, String number, Debt debt, LocalDate dueOn) {
        return jdbc.sql(
                                """
                                insert into exposure (bucket, number, buyer_code, currency, order_number, deal_number, due_on,
                                    amount, since)
                                values (:bucket, :number, :buyer, :currency, :order, :deal, :dueOn, 0, :now)
                                on conflict do nothing""")
                        .param("bucket", bucket.name())
                        .param("number", number)
                        .param("buyer", debt.buyerCode())
                        .param("currency", debt.currency())
                        .param("order", debt.orderNumber())
                        .param("deal", debt.dealNumber())
                        .param("dueOn", dueOn)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** What of the receivable is due when; first due first. */
    void due(String number, List<Instalment> instalments) {
        for (Instalment instalment : instalments) {
            jdbc.sql("insert into exposure_instalment (number, due_on, amount) values (:number, :on, :amount)")
                    .param("number", number)
                    .param("on", instalment.dueOn())
                    .param("amount", instalment.amount().amount())
                    .update();
        }
    }

    /** Books the change in ledger, row and account, unless this occasion has moved the obligation before. */
    void move(String occasion, Debt debt, Bucket bucket, String number, Money change) {
        if (change.isZero()) {
            return;
        }
        jdbc.sql(
                        """
                        with booked as (
                            insert into exposure_entry (occasion, bucket, number, buyer_code, currency, change, at)
                            values (:occasion, :bucket, :number, :buyer, :currency, :change, :now)
                            on conflict do nothing returning change),
                        moved as (
                            update exposure set amount = amount + booked.change from booked
                            where bucket = :bucket and number = :number)
                        update credit_account set %1$s = %1$s + booked.change from booked
                        where buyer_code = :buyer and currency = :currency"""
                                .formatted(bucket.column()))
                .param("occasion", occasion)
                .param("bucket", bucket.name())
                .param("number", number)
                .param("buyer", debt.buyerCode())
                .param("currency", debt.currency())
                .param("change", change.amount())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void assign(String receiptNumber, Debt debt) {
        jdbc.sql(
                        """
                        update exposure set order_number = :order, deal_number = :deal
                        where bucket = 'UNAPPLIED' and number = :number and order_number is null""")
                .param("order", debt.orderNumber())
                .param("deal", debt.dealNumber())
                .param("number", receiptNumber)
                .update();
    }

    /** Zero where there is no such obligation. */
    Money left(Bucket bucket, String number, String currency) {
        BigDecimal left = jdbc.sql("select amount from exposure where bucket = :bucket and number = :number")
                .param("bucket", bucket.name())
                .param("number", number)
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
        return Money.of(left, currency);
    }

    Exposure exposure(String buyerCode, String currency) {
        return jdbc.sql(
                        """
                        with own as (
                            select group_code from credit_account where buyer_code = :buyer and currency = :currency
                        ), account as (
                            select a.* from credit_account a left join own on true
                            where a.currency = :currency
                              and (a.buyer_code = :buyer or a.group_code = own.group_code)
                        )
                        select :buyer as buyer_code, :currency as currency, (select group_code from own) as group_code,
                            coalesce(sum(confirmed), 0) as confirmed,
                            coalesce(sum(dispatched_unbilled), 0) as dispatched_unbilled,
                            coalesce(sum(receivable), 0) as receivable, coalesce(sum(unapplied), 0) as unapplied,
                            sum(case when valid_until < :today then 0 else credit_limit end) as credit_limit,
                            min(valid_until) as valid_until,
                            (select coalesce(sum(e.amount), 0) from receivable_due e join account using (buyer_code, currency)
                             where e.due_on < :today) as overdue
                        from account""")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .param("today", LocalDate.now(clock))
                .query(ExposureBook::exposure)
                .single();
    }

    List<String> judgedTogether(String buyerCode, String currency) {
        return jdbc.sql(JUDGED_TOGETHER + " order by 1")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .query(String.class)
                .list();
    }

    /** Due date of the oldest open invoice that is past it, of the buyer and those it is judged with. */
    Optional<LocalDate> overdueSince(String buyerCode, String currency) {
        return jdbc.sql("select min(due_on) from receivable_due where amount > 0 and due_on < :today"
                        + " and currency = :currency and buyer_code in (" + JUDGED_TOGETHER + ")")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .param("today", LocalDate.now(clock))
                .query((row, index) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    List<ExposureRow> rows(String buyerCode, String currency) {
        return jdbc.sql(
                        """
                        select bucket, number, deal_number, order_number, due_on, amount, currency, since from (
                            select bucket, number, deal_number, order_number, buyer_code, currency, due_on, amount, since from exposure
                            where bucket <> 'RECEIVABLE'
                            union all
                            select 'RECEIVABLE', number, deal_number, order_number, buyer_code, currency, due_on, amount, since
                            from receivable_due) e
                        where buyer_code = :buyer and currency = :currency and amount <> 0
                        order by due_on nulls last, bucket, since, number""")
                .param("buyer", buyerCode)
                .param("currency", currency)
                .query((row, index) -> new ExposureRow(
                        Bucket.valueOf(row.getString("bucket")),
                        row.getString("number"),
                        row.getString("deal_number"),
                        row.getString("order_number"),
                        row.getObject("due_on", LocalDate.class),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<ExposureDiscrepancy> discrepancies() {
        return jdbc.sql(
                        """
                        with ledger as (
                            select bucket, number, sum(change) as amount from exposure_entry group by bucket, number
                        ), rows as (
                            select e.buyer_code, e.currency, e.bucket, e.number, e.amount as kept,
                                coalesce(l.amount, 0) as by_ledger
                            from exposure e left join ledger l on l.bucket = e.bucket and l.number = e.number
                        ), booked as (
                            select buyer_code, currency, bucket, sum(change) as amount from exposure_entry
                            group by buyer_code, currency, bucket
                        ), sums as (
                            select a.buyer_code, a.currency, s.bucket, s.kept
                            from credit_account a cross join lateral (values ('CONFIRMED', a.confirmed),
                                ('DISPATCHED_UNBILLED', a.dispatched_unbilled), ('RECEIVABLE', a.receivable),
                                ('UNAPPLIED', a.unapplied)) as s (bucket, kept)
                        )
                        select buyer_code, currency, bucket, number, kept, by_ledger from rows where kept <> by_ledger
                        union all
                        select s.buyer_code, s.currency, s.bucket, null, s.kept, coalesce(b.amount, 0)
                        from sums s left join booked b using (buyer_code, currency, bucket)
                        where s.kept <> coalesce(b.amount, 0)
                        order by 1, 2, 3, 4 nulls first""")
                .query(ExposureDiscrepancy.class)
                .list();
    }

    static Exposure exposure(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal overdue = row.getBigDecimal("overdue");
        BigDecimal limit = row.getBigDecimal("credit_limit");
        return new Exposure(
                row.getString("buyer_code"),
                currency,
                row.getString("group_code"),
                Money.of(overdue, currency),
                Money.of(row.getBigDecimal("receivable").subtract(overdue), currency),
                Money.of(row.getBigDecimal("dispatched_unbilled"), currency),
                Money.of(row.getBigDecimal("confirmed"), currency),
                Money.of(row.getBigDecimal("unapplied"), currency),
                limit == null ? null : Money.of(limit, currency),
                row.getObject("valid_until", LocalDate.class));
    }
}
