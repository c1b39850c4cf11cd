package io.tradeflow.inventory;

import io.tradeflow.kernel.DealProgress;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What moves a deal may change when its goods arrive: then that is kept at once. What is to come may change it for many deals, a file of expected receipts
 * for hundreds: that is noted, and worked out afterwards in a transaction of its own.
 */
@Component
class PromiseRefresh {

    private final Promises promises;
    private final PromiseTable table;
    private final SalesOrders orders;
    private final ApplicationEventPublisher events;

    PromiseRefresh(Promises promises, PromiseTable table, SalesOrders orders, ApplicationEventPublisher events) {
        this.promises = promises;
        this.table = table;
        this.orders = orders;
        this.events = events;
    }

    @EventListener
    void on(DealProgress event) {
        if (event.stage().isEmpty()) {
            return;
        }
        orders.ofDeal(event.dealNumber()).ifPresent(order -> promises.refresh(order.number()));
    }

    @EventListener
    void on(IncomingChanged event) {
        table.addDue(event.skus());
        events.publishEvent(new PromisesDue());
    }
}
