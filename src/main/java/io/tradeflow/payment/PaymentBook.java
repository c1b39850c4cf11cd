package io.tradeflow.payment;

import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.kernel.Instalment;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Percentage;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open items in the database, and the locks of whoever moves money. */
@Component
class PaymentBook {

    /** Of {@code open_item i}, as {@link #openItem} reads them. */
    static final String COLUMNS =
            """
            i.*, (select array_agg(p.due_on::text order by p.due_on) from open_item_instalment p
                    where p.invoice_number = i.invoice_number) as due_days,
                (select array_agg(p.amount order by p.due_on) from open_item_instalment p
                    where p.invoice_number = i.invoice_number) as due_amounts,
                case when i.discount_until is not null then (select max(r.received_on) from settlement_entry e
                    join receipt r on r.number = e.receipt_number
                    where e.invoice_number = i.invoice_number and e.kind in ('RECEIPT', 'TDS') and e.reverses is null
                        and not exists (select from settlement_entry b where b.reverses = e.id)) end as last_money_on
            """;

    private static final String OPEN_ITEM = "select " + COLUMNS + " from open_item i where %s";

    private final JdbcClient jdbc;

    PaymentBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much came for an order and was not given to another one, how many invoices of it stand and are cancelled, and how many are open. */
    record Standing(BigDecimal received, int invoices, int cancelled, int open, LocalDate nextDueOn) {}

    /** Whoever looks at or changes the money of an order does it alone until the transaction ends. */
    void lockOrder(String orderNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payment:' || :order, 0))")
                .param("order", orderNumber)
                .query((row, index) -> index)
                .single();
    }

    /** As {@link #lockOrder}, of several orders or, for money on account, buyers; always in the same order. */
    void lockAll(Collection<String> ordersAndBuyers) {
        new TreeSet<>(ordersAndBuyers).forEach(this::lockOrder);
    }

    Standing standing(String orderNumber) {
        LocalDate nextDueOn = openOf(orderNumber).stream()
                .map(OpenItem::nextDueOn)
                .findFirst()
                .orElse(null);
        return jdbc.sql(
                        """
                        select (select coalesce(sum(amount - refunded - reversed), 0) from receipt
                                where order_number = :order and mode <> 'CREDIT_NOTE')
                            - (select coalesce(sum(e.amount), 0) from settlement_entry e
                                join receipt r on r.number = e.receipt_number join open_item o on o.invoice_number = e.invoice_number
                                where e.kind = 'RECEIPT' and r.order_number = :order and r.mode <> 'CREDIT_NOTE'
                                    and o.order_number <> :order) as received,
                            count(*) filter (where cancelled < amount) as invoices,
                            count(*) filter (where cancelled > 0) as cancelled, count(*) filter (where settled < amount) as open
                        from open_item where order_number = :order""")
                .param("order", orderNumber)
                .query((row, index) -> new Standing(
                        row.getBigDecimal("received"),
                        row.getInt("invoices"),
                        row.getInt("cancelled"),
                        row.getInt("open"),
                        nextDueOn))
                .single();
    }

    /** What the invoices of the order came to, cancelled ones left out. */
    BigDecimal invoiced(String orderNumber) {
        return jdbc.sql(
                        """
                        select coalesce(sum(amount - cancelled), 0) from open_item
                        where order_number = :order and kind = 'INVOICE'""")
                .param("order", orderNumber)
                .query(BigDecimal.class)
                .single();
    }

    void add(InvoiceIssued invoice) {
        add(new OpenItem(
                invoice.invoiceNumber(),
                OpenItem.Kind.INVOICE,
                invoice.dealNumber(),
                invoice.orderNumber(),
                invoice.buyerCode(),
                invoice.buyerName(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.grandTotal(),
                null,
                null,
                null,
                invoice.instalments(),
                invoice.earlyPayment()));
    }

    /** False where it is there already. */
    boolean add(OpenItem item) {
        boolean added = insert(item);
        if (added) {
            item.instalments().forEach(instalment -> insert(item, instalment));
        }
        return added;
    }

    private void insert(OpenItem item, Instalment instalment) {
        jdbc.sql("insert into open_item_instalment (invoice_number, due_on, amount) values (:invoice, :on, :amount)")
                .param("invoice", item.invoiceNumber())
                .param("on", instalment.dueOn())
                .param("amount", instalment.amount().amount())
                .update();
    }

    private boolean insert(OpenItem item) {
        InvoiceIssued.EarlyPayment early = item.earlyPayment();
        return jdbc.sql(
                                """
                                insert into open_item (invoice_number, kind, deal_number, order_number, buyer_code, buyer_name,
                                    issued_on, due_on, currency, amount, paid, discount_percent, discount_until)
                                values (:invoice, :kind, :deal, :order, :buyer, :buyerName, :issuedOn, :dueOn, :currency,
                                    :amount, 0, :discount, :discountUntil)
                                on conflict do nothing""")
                        .param("invoice", item.invoiceNumber())
                        .param("kind", item.kind().name())
                        .param("deal", item.dealNumber())
                        .param("order", item.orderNumber())
                        .param("buyer", item.buyerCode())
                        .param("buyerName", item.buyerName())
                        .param("issuedOn", item.issuedOn())
                        .param("dueOn", item.dueOn())
                        .param("currency", item.currency())
                        .param("amount", item.amount().amount())
                        .param(
                                "discount",
                                early == null ? null : early.percent().value(),
                                Types.NUMERIC)
                        .param("discountUntil", early == null ? null : early.until(), Types.DATE)
                        .update()
                == 1;
    }

    /** One more credit note is over the item, whatever it can still take of it. */
    void creditNote(String invoiceNumber, Money total) {
        jdbc.sql("update open_item set credit_notes = credit_notes + :total where invoice_number = :invoice")
                .param("total", total.amount())
                .param("invoice", invoiceNumber)
                .update();
    }

    Optional<OpenItem> openItem(String invoiceNumber) {
        return openItems("i.invoice_number = :key", invoiceNumber).stream().findFirst();
    }

    List<OpenItem> openOf(String orderNumber) {
        return openItems("order_number = :key and settled < amount", orderNumber);
    }

    List<OpenItem> ofDeal(String dealNumber) {
        return openItems("deal_number = :key", dealNumber);
    }

    List<OpenItem> openOfBuyer(String buyerCode) {
        return openItems("buyer_code = :key and settled < amount", buyerCode);
    }

    List<OpenItem> stillOpen() {
        return openItems("settled < amount and :key = ''", "");
    }

    List<OpenItem> overdue(String orderNumber, LocalDate today) {
        return openOf(orderNumber).stream()
                .filter(item -> !item.overdue(today).isEmpty())
                .toList();
    }

    private List<OpenItem> openItems(String condition, String key) {
        return jdbc.sql(OPEN_ITEM.formatted(condition)).param("key", key).query(PaymentBook::openItem).stream()
                .sorted(Comparator.comparing(OpenItem::nextDueOn).thenComparing(OpenItem::invoiceNumber))
                .toList();
    }

    static OpenItem openItem(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal discount = row.getBigDecimal("discount_percent");
        return new OpenItem(
                row.getString("invoice_number"),
                OpenItem.Kind.valueOf(row.getString("kind")),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), currency),
                new Settled(
                        Money.of(row.getBigDecimal("paid"), currency),
                        Money.of(row.getBigDecimal("tds"), currency),
                        Money.of(row.getBigDecimal("written_off"), currency),
                        Money.of(row.getBigDecimal("credited"), currency),
                        Money.of(row.getBigDecimal("discounted"), currency),
                        Money.of(row.getBigDecimal("cancelled"), currency)),
                Money.of(row.getBigDecimal("credit_notes"), currency),
                row.getObject("last_money_on", LocalDate.class),
                instalments(row, currency),
                discount == null
                        ? null
                        : new InvoiceIssued.EarlyPayment(
                                new Percentage(discount), row.getObject("discount_until", LocalDate.class)));
    }

    private static List<Instalment> instalments(ResultSet row, String currency) throws SQLException {
        Array days = row.getArray("due_days");
        if (days == null) {
            return List.of(new Instalment(
                    row.getObject("due_on", LocalDate.class), Money.of(row.getBigDecimal("amount"), currency)));
        }
        String[] on = (String[]) days.getArray();
        BigDecimal[] amounts = (BigDecimal[]) row.getArray("due_amounts").getArray();
        return IntStream.range(0, on.length)
                .mapToObj(index -> new Instalment(LocalDate.parse(on[index]), Money.of(amounts[index], currency)))
                .toList();
    }
}
