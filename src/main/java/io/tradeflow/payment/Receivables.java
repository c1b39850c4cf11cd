package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.payment.ReceivableFilter.State;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All invoices and debit notes with what became of them, settled ones too. */
@Service
@Transactional(readOnly = true)
public class Receivables {

    private static final String WANTED =
            """
            from open_item i where (:text::text is null
                    or lower(concat_ws(' ', invoice_number, buyer_code, buyer_name, deal_number, order_number)) like :text escape '!')
                and (:from::date is null or issued_on >= :from) and (:to::date is null or issued_on <= :to)
                and %s""";

    private final JdbcClient jdbc;
    private final PaymentBook book;
    private final Clock clock;

    Receivables(JdbcClient jdbc, PaymentBook book, Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.clock = clock;
    }

    /** One page, the latest issued first. @throws Problem {@code staff-only} */
    public List<OpenItem> list(Actor by, ReceivableFilter filter) {
        requireStaff(by);
        return wanted(
                        "select " + PaymentBook.COLUMNS,
                        filter,
                        " order by issued_on desc, invoice_number desc limit :size offset :first")
                .param("size", filter.size())
                .param("first", (long) filter.page() * filter.size())
                .query(PaymentBook::openItem)
                .list();
    }

    /** Over all pages, one sum for each currency. @throws Problem {@code staff-only} */
    public List<ReceivableSum> sums(Actor by, ReceivableFilter filter) {
        requireStaff(by);
        return wanted(
                        "select currency, count(*) as items, sum(amount) as amount, sum(amount - settled) as open ",
                        filter,
                        " group by currency order by currency")
                .query((row, index) -> new ReceivableSum(
                        row.getInt("items"),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                        Money.of(row.getBigDecimal("open"), row.getString("currency"))))
                .list();
    }

    /** Empty where the invoice or debit note is not known here. */
    public Optional<OpenItem> find(String invoiceNumber) {
        return book.openItem(invoiceNumber);
    }

    private JdbcClient.StatementSpec wanted(String select, ReceivableFilter filter, String rest) {
        return jdbc.sql(select + WANTED.formatted(condition(filter.state())) + rest)
                .param("text", pattern(filter.text()))
                .param("from", filter.from())
                .param("to", filter.to())
                .param("today", LocalDate.now(clock));
    }

    /** What is typed is looked for as it stands: per cent signs and underscores are no wildcards. */
    private static String pattern(String text) {
        return text == null ? null : "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static String condition(State state) {
        if (state == null) {
            return ":today::date is not null";
        }
        return switch (state) {
            case OPEN -> "settled < amount and :today::date is not null";
            case OVERDUE ->
                """
                settled < amount and settled < coalesce(
                    (select sum(p.amount) from open_item_instalment p
                     where p.invoice_number = i.invoice_number and p.due_on < :today),
                    case when due_on < :today then amount else 0 end)""";
            case SETTLED -> "settled >= amount and cancelled = 0 and :today::date is not null";
            case CANCELLED -> "cancelled > 0 and :today::date is not null";
        };
    }

    private static void requireStaff(Actor by) {
        if (!(by instanceof Actor.Staff)) {
            throw Problem.forbidden("staff-only", "All invoices are read by our staff only");
        }
    }
}
