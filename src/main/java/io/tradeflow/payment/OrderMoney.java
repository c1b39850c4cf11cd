package io.tradeflow.payment;

import io.tradeflow.invoicing.InvoiceIssued;
import io.tradeflow.kernel.Actor;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.payment.Applications.Application;
import io.tradeflow.payment.Applications.Open;
import io.tradeflow.payment.Applications.Unapplied;
import io.tradeflow.payment.SettlementLedger.Draft;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives the money of an order to its invoices. The caller holds the lock of the order. */
@Component
class OrderMoney {

    private final PaymentBook book;
    private final ReceiptTable table;
    private final Settlements settlements;
    private final SalesOrders orders;
    private final OrderRevisions revisions;
    private final Clock clock;

    OrderMoney(
            PaymentBook book,
            ReceiptTable table,
            Settlements settlements,
            SalesOrders orders,
            OrderRevisions revisions,
            Clock clock) {
        this.book = book;
        this.table = table;
        this.settlements = settlements;
        this.orders = orders;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** The invoice becomes an open item and takes its share of what came for the order before. */
    void invoiced(InvoiceIssued invoice) {
        BigDecimal before = book.invoiced(invoice.orderNumber());
        book.add(invoice);
        List<Receipt> receipts = table.unappliedOf(invoice.orderNumber());
        BigDecimal left =
                receipts.stream().map(receipt -> receipt.unapplied().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (left.signum() == 0) {
            return;
        }
        SalesOrder order = orders.order(invoice.orderNumber());
        BigDecimal remaining = revisions.standing(order).grandTotal().amount().subtract(before);
        BigDecimal share = AdvanceShare.of(left, invoice.grandTotal().amount(), remaining);
        book(receipts, List.of(new Open(invoice.invoiceNumber(), share)), null, Actor.PROGRAM);
    }

    /** A receipt of one order goes to the named invoice first, then to the others that are open. */
    void applyToOpenItems(Receipt receipt, String namedInvoice, Actor by) {
        if (!receipt.isOnAccount()) {
            book(List.of(receipt), open(receipt.orderNumber()), namedInvoice, by);
        }
    }

    /** All that came for the order goes to what is open of it, because no further invoice will need it. */
    void applyAll(String orderNumber) {
        book(table.unappliedOf(orderNumber), open(orderNumber), null, Actor.PROGRAM);
    }

    /** So much of the receipt goes to this invoice. */
    SettlementEntry apply(Receipt receipt, OpenItem item, BigDecimal amount, Actor by) {
        LocalDate day = receipt.receivedOn().isBefore(item.issuedOn()) ? item.issuedOn() : receipt.receivedOn();
        return settlements.book(Draft.ofReceipt(receipt, item.invoiceNumber(), amount, day, by));
    }

    /** As {@link #apply}, of money that came earlier: it counts from today. */
    SettlementEntry applyToday(Receipt receipt, OpenItem item, BigDecimal amount, Actor by) {
        return settlements.book(Draft.ofReceipt(receipt, item.invoiceNumber(), amount, LocalDate.now(clock), by));
    }

    /** The instalments that are open, first due first, whichever invoice they are of. */
    private List<Open> open(String orderNumber) {
        return book.openOf(orderNumber).stream()
                .flatMap(item -> item.openInstalments().stream().map(one -> Map.entry(item.invoiceNumber(), one)))
                .sorted(Comparator.comparing(one -> one.getValue().dueOn()))
                .map(one -> new Open(one.getKey(), one.getValue().amount().amount()))
                .toList();
    }

    private void book(List<Receipt> receipts, List<Open> open, String named, Actor by) {
        List<Unapplied> money = new ArrayList<>();
        receipts.forEach(receipt -> money.add(
                new Unapplied(receipt.number(), named, receipt.unapplied().amount())));
        for (Application application : Applications.of(money, open)) {
            Receipt receipt = receipts.stream()
                    .filter(one -> one.number().equals(application.receiptNumber()))
                    .findFirst()
                    .orElseThrow();
            apply(receipt, book.openItem(application.invoiceNumber()).orElseThrow(), application.amount(), by);
        }
    }
}
