package io.tradeflow.payment;

import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.kernel.Money;
import io.tradeflow.payment.Applications.Application;
import io.tradeflow.payment.Applications.Open;
import io.tradeflow.payment.Applications.Unapplied;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts and open items in the database. */
@Component
class PaymentBook {

    private static final String RECEIPT =
            """
            select number, deal_number, buyer_code, order_number, invoice_number, amount, applied, refunded, currency, mode,
                reference, received_on, recorded_by
            from receipt where %s order by received_on, number""";

    private static final String OPEN_ITEM =
            """
            select invoice_number, deal_number, order_number, buyer_code, buyer_name, issued_on, due_on, amount, paid,
                currency
            from open_item where %s order by due_on, invoice_number""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How much came for an order, how many invoices it has and what is open of them. */
    record Standing(BigDecimal received, int invoices, int open, LocalDate nextDueOn) {}

    /** A receipt with the invoice the payer named, or null. */
    record Booked(Receipt receipt, String namedInvoice) {}

    /** Whoever looks at or changes the money of an order does it alone until the transaction ends. */
    void lockOrder(String orderNumber) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('payment:' || :order, 0))")
                .param("order", orderNumber)
                .query((row, index) -> index)
                .single();
    }

    Standing standing(String orderNumber) {
        return jdbc.sql(
                        """
                        select (select coalesce(sum(amount - refunded), 0) from receipt where order_number = :order) as received,
                            count(*) as invoices, count(*) filter (where paid < amount) as open,
                            min(due_on) filter (where paid < amount) as next_due_on
                        from open_item where order_number = :order""")
                .param("order", orderNumber)
                .query((row, index) -> new Standing(
                        row.getBigDecimal("received"),
                        row.getInt("invoices"),
                        row.getInt("open"),
                        row.getObject("next_due_on", LocalDate.class)))
                .single();
    }

    void addOpenItem(InvoiceIssued invoice) {
        jdbc.sql(
                        """
                        insert into open_item (invoice_number, deal_number, order_number, buyer_code, buyer_name,
                            issued_on, due_on, currency, amount, paid)
                        values (:invoice, :deal, :order, :buyer, :buyerName, :issuedOn, :dueOn, :currency, :amount, 0)""")
                .param("invoice", invoice.invoiceNumber())
                .param("deal", invoice.dealNumber())
                .param("order", invoice.orderNumber())
                .param("buyer", invoice.buyerCode())
                .param("buyerName", invoice.buyerName())
                .param("issuedOn", invoice.issuedOn())
                .param("dueOn", invoice.dueOn())
                .param("currency", invoice.grandTotal().currency().getCurrencyCode())
                .param("amount", invoice.grandTotal().amount())
                .update();
    }

    long nextReceiptSerial() {
        return jdbc.sql("select nextval('receipt_number_seq')")
                .query(Long.class)
                .single();
    }

    /** Books the receipt unless this buyer's reference is booked already; tells whether it did. */
    boolean addReceipt(Receipt receipt, String namedInvoice) {
        return jdbc.sql(
                                """
                                insert into receipt (number, deal_number, order_number, buyer_code, invoice_number,
                                    currency, amount, applied, mode, reference, received_on, recorded_by, recorded_at)
                                values (:number, :deal, :order, :buyer, :invoice, :currency, :amount, 0, :mode,
                                    :reference, :receivedOn, :recordedBy, :recordedAt)
                                on conflict (buyer_code, reference) do nothing""")
                        .param("number", receipt.number())
                        .param("deal", receipt.dealNumber())
                        .param("order", receipt.orderNumber())
                        .param("buyer", receipt.buyerCode())
                        .param("invoice", namedInvoice)
                        .param("currency", receipt.amount().currency().getCurrencyCode())
                        .param("amount", receipt.amount().amount())
                        .param("mode", receipt.mode().name())
                        .param("reference", receipt.reference())
                        .param("receivedOn", receipt.receivedOn())
                        .param("recordedBy", receipt.recordedBy())
                        .param("recordedAt", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** Gives unapplied money of the order to its open invoices; returns what went where. */
    List<Application> applyMoneyOf(String orderNumber) {
        List<Unapplied> receipts = jdbc.sql(
                        """
                        select number, invoice_number, amount - applied - refunded as unapplied from receipt
                        where order_number = :order and applied + refunded < amount order by received_on, number""")
                .param("order", orderNumber)
                .query((row, index) -> new Unapplied(
                        row.getString("number"), row.getString("invoice_number"), row.getBigDecimal("unapplied")))
                .list();
        if (receipts.isEmpty()) {
            return List.of();
        }
        List<Application> applications = Applications.of(receipts, openOf(orderNumber));
        applications.forEach(this::apply);
        return applications;
    }

    private List<Open> openOf(String orderNumber) {
        return openItems("order_number = :key and paid < amount", orderNumber).stream()
                .map(item -> new Open(item.invoiceNumber(), item.open().amount()))
                .toList();
    }

    private void apply(Application application) {
        jdbc.sql(
                        """
                        with applied as (
                            insert into receipt_application (receipt_number, invoice_number, amount, applied_at)
                            values (:receipt, :invoice, :amount, :at)),
                        item as (
                            update open_item set paid = paid + :amount where invoice_number = :invoice)
                        update receipt set applied = applied + :amount where number = :receipt""")
                .param("receipt", application.receiptNumber())
                .param("invoice", application.invoiceNumber())
                .param("amount", application.amount())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    Optional<Booked> receipt(String buyerCode, String reference) {
        return jdbc.sql(RECEIPT.formatted("buyer_code = :buyer and reference = :reference"))
                .param("buyer", buyerCode)
                .param("reference", reference)
                .query((row, index) -> new Booked(receipt(row, index), row.getString("invoice_number")))
                .optional();
    }

    List<Receipt> receiptsOfDeal(String dealNumber) {
        return jdbc.sql(RECEIPT.formatted("deal_number = :key"))
                .param("key", dealNumber)
                .query(PaymentBook::receipt)
                .list();
    }

    Optional<OpenItem> openItem(String invoiceNumber) {
        return openItems("invoice_number = :key", invoiceNumber).stream().findFirst();
    }

    List<OpenItem> ofDeal(String dealNumber) {
        return openItems("deal_number = :key", dealNumber);
    }

    List<OpenItem> stillOpen() {
        return jdbc.sql(OPEN_ITEM.formatted("paid < amount"))
                .query(PaymentBook::openItem)
                .list();
    }

    List<OpenItem> overdue(String orderNumber, LocalDate today) {
        return openItems("order_number = :key and paid < amount", orderNumber).stream()
                .filter(item -> item.dueOn().isBefore(today))
                .toList();
    }

    private List<OpenItem> openItems(String condition, String key) {
        return jdbc.sql(OPEN_ITEM.formatted(condition))
                .param("key", key)
                .query(PaymentBook::openItem)
                .list();
    }

    private static Receipt receipt(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        Money amount = Money.of(row.getBigDecimal("amount"), currency);
        return new Receipt(
                row.getString("number"),
                row.getString("deal_number"),
                row.getString("buyer_code"),
                row.getString("order_number"),
                amount,
                amount.minus(Money.of(row.getBigDecimal("applied").add(row.getBigDecimal("refunded")), currency)),
                ReceiptDraft.Mode.valueOf(row.getString("mode")),
                row.getString("reference"),
                row.getObject("received_on", LocalDate.class),
                row.getString("recorded_by"));
    }

    private static OpenItem openItem(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new OpenItem(
                row.getString("invoice_number"),
                row.getString("deal_number"),
                row.getString("order_number"),
                row.getString("buyer_code"),
                row.getString("buyer_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), currency),
                Money.of(row.getBigDecimal("paid"), currency));
    }
}
