package io.tradeflow.invoicing;

import io.tradeflow.credit.Exposures;
import io.tradeflow.ordering.OrderShortClosed;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells credit what an invoice makes its buyer owe, and when nothing of an order is left to invoice. */
@Component
class InvoicedCredit {

    private final InvoiceBook book;
    private final SalesOrders orders;
    private final Exposures exposures;

    InvoicedCredit(InvoiceBook book, SalesOrders orders, Exposures exposures) {
        this.book = book;
        this.orders = orders;
        this.exposures = exposures;
    }

    /** The invoice is in the book. */
    void invoiced(SalesOrder order, TaxInvoice invoice) {
        exposures.invoiced(
                order.debt(),
                invoice.number(),
                invoice.shipmentNumbers(),
                order.payment().schedule(invoice.issuedOn(), invoice.grandTotal()),
                invoice.grandTotal());
        releaseWhatIsOver(order);
    }

    /** Its goods will be billed by another invoice, so they are owed as ordered again; its own receivable ends where its money is kept. */
    void cancelled(TaxInvoice invoice) {
        exposures.raised(
                orders.order(invoice.orderNumber()).debt(), "cancelled " + invoice.number(), invoice.grandTotal());
    }

    /** What is given up may have been all that was left to invoice. */
    @EventListener
    void on(OrderShortClosed event) {
        releaseWhatIsOver(orders.order(event.orderNumber()));
    }

    /** Of an order that was cut short, rounding may leave a rest that nobody will ever owe. */
    private void releaseWhatIsOver(SalesOrder order) {
        Map<Integer, ShippedGoods.Invoiced> invoiced = book.invoiced(order.number());
        boolean isOver = order.lines().stream()
                .allMatch(line -> line.toDeliver()
                                .compareTo(invoiced.getOrDefault(line.lineNo(), ShippedGoods.Invoiced.NOTHING)
                                        .quantity())
                        == 0);
        if (isOver) {
            exposures.released(order.debt(), "all invoiced " + order.number());
        }
    }
}
