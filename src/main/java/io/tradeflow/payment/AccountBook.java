package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened on buyers' accounts, read from open items, receipts, settlements and refunds. */
@Component
class AccountBook {

    /** Money that goes from a receipt to an invoice changes nothing on the account. */
    private static final String MOVEMENTS =
            """
            select day, kind, number, text, reason, change from (
                select issued_on as day, 1 as rank, kind, invoice_number as number, 'due ' || coalesce(
                    (select string_agg(to_char(p.due_on, 'DD Mon YYYY') || ': ' || to_char(p.amount, 'FM9999999999990.00'), ', '
                         order by p.due_on)
                     from open_item_instalment p where p.invoice_number = open_item.invoice_number having count(*) > 1),
                    'on ' || to_char(due_on, 'DD Mon YYYY')) as text,
                    null::varchar as reason, amount as change
                from open_item where buyer_code = :buyer and currency = :currency
                union all
                select min(day), 2, 'CREDIT_NOTE', number, 'for ' || string_agg(text, ', ' order by text), null, -sum(amount) from (
                    select e.booked_on as day, e.source as number, e.invoice_number as text, e.amount
                    from settlement_entry e join open_item i on i.invoice_number = e.invoice_number
                    where e.kind = 'CREDIT_NOTE' and i.buyer_code = :buyer and i.currency = :currency
                    union all
                    select received_on, reference, null, amount from receipt
                    where mode = 'CREDIT_NOTE' and buyer_code = :buyer and currency = :currency) notes
                group by number
                union all
                select received_on, 3, 'RECEIPT', number, mode || ' ' || reference, null, -amount from receipt
                where mode <> 'CREDIT_NOTE' and buyer_code = :buyer and currency = :currency
                union all
                select reversed_on, 4, 'RETURNED', number, mode || ' ' || reference || ' did not come after all', reversed_reason, amount from receipt
                where reversed > 0 and buyer_code = :buyer and currency = :currency
                union all
                select e.booked_on, 5, e.kind, coalesce(case when e.kind = 'WRITE_OFF' then e.source end, e.invoice_number),
                    concat_ws(' ', case when e.kind = 'TDS' then 'section ' || e.source end,
                        case when e.kind = 'WRITE_OFF' then e.invoice_number end,
                        case when e.reverses is not null then 'taken back' end),
                    case when e.reverses is not null then e.reason end, -e.amount
                from settlement_entry e join open_item i on i.invoice_number = e.invoice_number
                where e.kind not in ('RECEIPT', 'CREDIT_NOTE') and i.buyer_code = :buyer and i.currency = :currency
                union all
                select paid_on, 6, 'REFUND', number, 'reference ' || reference, null, amount
                from refund where paid_on is not null and buyer_code = :buyer and currency = :currency) m
            where day <= :to order by day, rank, number""";

    private static final String OPEN =
            """
            select o.buyer_code, o.currency, o.group_code, coalesce(d.due_on, o.due_on) as due_on,
                coalesce(least(d.amount, greatest(o.open - d.later, 0)), o.open) as open
            from (
                select i.invoice_number, i.buyer_code, i.currency, a.group_code, i.due_on, i.amount - coalesce(sum(e.amount), 0) as open
                from open_item i
                left join settlement_entry e on e.invoice_number = i.invoice_number and e.booked_on <= :day
                left join credit_account a on a.buyer_code = i.buyer_code and a.currency = i.currency
                where i.issued_on <= :day and (:buyer = '' or i.buyer_code = :buyer)
                group by i.invoice_number, a.group_code
                having i.amount <> coalesce(sum(e.amount), 0)) o
            left join lateral (
                select p.due_on, p.amount, coalesce(sum(p.amount) over (order by p.due_on desc
                    rows between unbounded preceding and 1 preceding), 0) as later
                from open_item_instalment p where p.invoice_number = o.invoice_number) d on true
            where d.due_on is null or o.open > d.later
            order by o.buyer_code, o.currency, 4""";

    private static final String UNAPPLIED =
            """
            select buyer_code, currency, a.group_code, sum(money) as unapplied from (
                select buyer_code, currency, amount as money from receipt where received_on <= :day
                union all
                select buyer_code, currency, -reversed from receipt where reversed_on <= :day
                union all
                select r.buyer_code, r.currency, -e.amount from settlement_entry e join receipt r on r.number = e.receipt_number
                where e.kind = 'RECEIPT' and e.booked_on <= :day
                union all
                select buyer_code, currency, -amount from refund where paid_on <= :day) m
            left join credit_account a using (buyer_code, currency)
            where :buyer = '' or buyer_code = :buyer
            group by buyer_code, currency, a.group_code having sum(money) <> 0""";

    private final JdbcClient jdbc;
    private final String zone;

    AccountBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.zone = clock.getZone().getId();
    }

    /** An amount of a buyer; {@code dueOn} null for unapplied money. */
    record Amount(String buyerCode, String currency, String groupCode, LocalDate dueOn, Money money) {}

    /** Up to and with that day, in the order they happened. */
    List<AccountMovement> movements(String buyerCode, String currency, LocalDate to) {
        return jdbc.sql(MOVEMENTS)
                .param("buyer", buyerCode)
                .param("currency", currency)
                .param("to", to)
                .query((row, index) -> new AccountMovement(
                        row.getObject("day", LocalDate.class),
                        AccountMovement.Kind.valueOf(row.getString("kind")),
                        row.getString("number"),
                        blankToNull(row.getString("text")),
                        row.getString("reason"),
                        Money.of(row.getBigDecimal("change"), currency)))
                .list();
    }

    /** What was open on that day; of all buyers where none is named. */
    List<Amount> open(String buyerCode, LocalDate day) {
        return amounts(OPEN, buyerCode, day, true);
    }

    /** What nothing had taken on that day, with what was to be paid back but was not yet; of all buyers where none is named. */
    List<Amount> unapplied(String buyerCode, LocalDate day) {
        return amounts(UNAPPLIED, buyerCode, day, false);
    }

    /** What was owed back to the buyer on that day and not paid yet. */
    Money owedBack(String buyerCode, String currency, LocalDate day) {
        return money(
                jdbc.sql(
                                """
                                select coalesce(sum(amount), 0) from refund
                                where buyer_code = :buyer and currency = :currency
                                    and (due_since at time zone :zone)::date <= :day and (paid_on is null or paid_on > :day)""")
                        .param("buyer", buyerCode)
                        .param("currency", currency)
                        .param("zone", zone)
                        .param("day", day)
                        .query(BigDecimal.class)
                        .single(),
                currency);
    }

    private List<Amount> amounts(String sql, String buyerCode, LocalDate day, boolean due) {
        return jdbc.sql(sql)
                .param("day", day)
                .param("buyer", buyerCode == null ? "" : buyerCode)
                .query((row, index) -> new Amount(
                        row.getString("buyer_code"),
                        row.getString("currency"),
                        row.getString("group_code"),
                        due ? row.getObject("due_on", LocalDate.class) : null,
                        money(row.getBigDecimal(due ? "open" : "unapplied"), row.getString("currency"))))
                .list();
    }

    /** Currencies in which the buyer has anything on its account. */
    List<String> currencies(String buyerCode) {
        return jdbc.sql(
                        """
                        select currency from open_item where buyer_code = :buyer
                        union select currency from receipt where buyer_code = :buyer order by 1""")
                .param("buyer", buyerCode)
                .query(String.class)
                .list();
    }

    private static Money money(BigDecimal amount, String currency) {
        return Money.of(amount, currency);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
