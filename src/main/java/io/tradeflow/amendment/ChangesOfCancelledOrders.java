package io.tradeflow.amendment;

import io.tradeflow.ordering.OrderCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A cancelled order is not changed any more. */
@Component
class ChangesOfCancelledOrders {

    private final OrderChanges changes;

    ChangesOfCancelledOrders(OrderChanges changes) {
        this.changes = changes;
    }

    @EventListener
    void on(OrderCancelled order) {
        changes.orderCancelled(order.orderNumber());
    }
}
