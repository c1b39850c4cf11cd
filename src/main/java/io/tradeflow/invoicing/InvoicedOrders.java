package io.tradeflow.invoicing;

import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An issued invoice stands: an order that has one is not cancelled, it is credited (CGST section 34). */
@Component
class InvoicedOrders {

    private final InvoiceBook invoices;

    InvoicedOrders(InvoiceBook invoices) {
        this.invoices = invoices;
    }

    /** After inventory has said whether goods have left, which is the plainer reason. */
    @EventListener
    @Order(2)
    void on(OrderCancelled event) {
        List<TaxInvoice> issued = invoices.ofDeal(event.dealNumber());
        if (!issued.isEmpty()) {
            throw Problem.conflict(
                    "invoice-issued",
                    "An invoice is issued",
                    "Order " + event.orderNumber() + " cannot be cancelled: invoice "
                            + issued.get(0).number() + " is issued. It has to be credited");
        }
    }
}
