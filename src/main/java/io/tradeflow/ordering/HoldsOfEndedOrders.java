package io.tradeflow.ordering;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An order that is cancelled needs nobody's release any more. */
@Component
class HoldsOfEndedOrders {

    private final OrderHolds holds;

    HoldsOfEndedOrders(OrderHolds holds) {
        this.holds = holds;
    }

    @EventListener
    void on(OrderCancelled order) {
        holds.orderOver(order.orderNumber(), "The order was cancelled");
    }
}
