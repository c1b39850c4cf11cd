package io.tradeflow.inventory;

import io.tradeflow.kernel.DealProgress;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What moves a deal, or what is to come for it, may change when its goods arrive: then that is kept at once. */
@Component
class PromiseRefresh {

    private final Promises promises;
    private final SalesOrders orders;

    PromiseRefresh(Promises promises, SalesOrders orders) {
        this.promises = promises;
        this.orders = orders;
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
        promises.refreshWaiting(event.skus());
    }
}
