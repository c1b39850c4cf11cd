package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts looked for by staff, the latest booked first. */
@Service
@Transactional(readOnly = true)
public class ReceiptSearch {

    private static final String WANTED =
            """
            from receipt
            where (:text::text is null or lower(number) like :text escape '!' or lower(reference) like :text escape '!'
                    or lower(coalesce(order_number, '')) like :text escape '!' or lower(coalesce(deal_number, '')) like :text escape '!'
                    or lower(coalesce(invoice_number, '')) like :text escape '!' or buyer_code = any(:buyers))
                and (:from::date is null or received_on >= :from) and (:to::date is null or received_on <= :to)""";

    private final JdbcClient jdbc;
    private final Parties parties;

    ReceiptSearch(JdbcClient jdbc, Parties parties) {
        this.jdbc = jdbc;
        this.parties = parties;
    }

    /** How many receipts there are in a currency, and what they come to; those taken back left out. */
    public record Sum(int count, Money amount) {}

    /** One page. @throws Problem {@code staff-only} */
    public List<Receipt> list(Actor by, ReceiptFilter filter) {
        requireStaff(by);
        return wanted("select * ", filter, " order by recorded_at desc, number desc limit :size offset :first")
                .param("size", filter.size())
                .param("first", (long) filter.page() * filter.size())
                .query(ReceiptTable::receipt)
                .list();
    }

    /** Over all pages, one sum for each currency. @throws Problem {@code staff-only} */
    public List<Sum> sums(Actor by, ReceiptFilter filter) {
        requireStaff(by);
        return wanted(
                        "select currency, count(*) as receipts, sum(amount - reversed) as amount ",
                        filter,
                        " group by currency order by currency")
                .query((row, index) -> new Sum(
                        row.getInt("receipts"), Money.of(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
    }

    private JdbcClient.StatementSpec wanted(String select, ReceiptFilter filter, String rest) {
        return jdbc.sql(select + WANTED + rest)
                .param("text", pattern(filter.text()))
                .param("buyers", buyers(filter.text()))
                .param("from", filter.from())
                .param("to", filter.to());
    }

    /** What is typed is looked for as it stands: per cent signs and underscores are no wildcards. */
    private static String pattern(String text) {
        return text == null ? null : "%" + lower(text).replaceAll("([!%_])", "!$1") + "%";
    }

    private String[] buyers(String text) {
        return text == null
                ? new String[0]
                : parties.buyers().stream()
                        .filter(buyer -> isCalled(buyer, lower(text)))
                        .map(Buyer::code)
                        .toArray(String[]::new);
    }

    private static boolean isCalled(Buyer buyer, String text) {
        return lower(buyer.code()).contains(text)
                || lower(buyer.legalName()).contains(text)
                || buyer.tradeName() != null && lower(buyer.tradeName()).contains(text);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static void requireStaff(Actor by) {
        if (!(by instanceof Actor.Staff)) {
            throw Problem.forbidden("staff-only", "All receipts are read by our staff only");
        }
    }
}
