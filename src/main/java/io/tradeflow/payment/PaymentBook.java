package io.tradeflow.payment;

import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.kernel.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open items in the database, and the locks of whoever moves money. */
@Component
class PaymentBook {

    private static final String OPEN_ITEM = "select * from open_item where %s order by due_on, invoice_number";

    private final JdbcClient jdbc;

    PaymentBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How much came for an order, how many invoices of it stand and are cancelled, and how many are open. */
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
        return jdbc.sql(
                        """
                        select (select coalesce(sum(amount - refunded - reversed), 0) from receipt
                                where order_number = :order and mode <> 'CREDIT_NOTE') as received,
                            count(*) filter (where cancelled < amount) as invoices,
                            count(*) filter (where cancelled > 0) as cancelled, count(*) filter (where settled < amount) as open,
                            min(due_on) filter (where settled < amount) as next_due_on
                        from open_item where order_number = :order""")
                .param("order", orderNumber)
                .query((row, index) -> new Standing(
                        row.getBigDecimal("received"),
                        row.getInt("invoices"),
                        row.getInt("cancelled"),
                        row.getInt("open"),
                        row.getObject("next_due_on", LocalDate.class)))
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
                null));
    }

    /** False where it is there already. */
    boolean add(OpenItem item) {
        return jdbc.sql(
                                """
                                insert into open_item (invoice_number, kind, deal_number, order_number, buyer_code, buyer_name,
                                    issued_on, due_on, currency, amount, paid)
                                values (:invoice, :kind, :deal, :order, :buyer, :buyerName, :issuedOn, :dueOn, :currency,
                                    :amount, 0)
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
                        .update()
                == 1;
    }

    Optional<OpenItem> openItem(String invoiceNumber) {
        return openItems("invoice_number = :key", invoiceNumber).stream().findFirst();
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
                .filter(item -> item.dueOn().isBefore(today))
                .toList();
    }

    private List<OpenItem> openItems(String condition, String key) {
        return jdbc.sql(OPEN_ITEM.formatted(condition))
                .param("key", key)
                .query(PaymentBook::openItem)
                .list();
    }

    static OpenItem openItem(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
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
                        Money.of(row.getBigDecimal("cancelled"), currency)));
    }
}
