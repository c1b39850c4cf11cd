package io.tradeflow.invoicing;

import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.CancellationEffect;
import io.tradeflow.ordering.CancellationEffects;
import io.tradeflow.ordering.OrderCancelled;
import io.tradeflow.ordering.SalesOrder;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An issued invoice stands: an order that has one is not cancelled, it is credited (CGST section 34). */
@Component
@Order(6)
class InvoicedOrders implements CancellationEffects {

    private final InvoiceBook invoices;

    InvoicedOrders(InvoiceBook invoices) {
        this.invoices = invoices;
    }

    /** After inventory has said whether goods have left, which is the plainer reason. */
    @EventListener
    @Order(2)
    void on(OrderCancelled event) {
        obstacle(event.dealNumber(), event.orderNumber()).ifPresent(sentence -> {
            throw Problem.conflict("invoice-issued", "An invoice is issued", sentence);
        });
    }

    @Override
    public List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order) {
        return List.of();
    }

    @Override
    public Optional<String> obstacle(SalesOrder order) {
        return obstacle(order.dealNumber(), order.number());
    }

    private Optional<String> obstacle(String dealNumber, String orderNumber) {
        return invoices.ofDeal(dealNumber).stream()
                .filter(invoice -> !invoice.cancelled())
                .findFirst()
                .map(invoice -> "Order " + orderNumber + " cannot be cancelled: invoice " + invoice.number()
                        + " is issued. It has to be credited");
    }
}
