package io.tradeflow.inventory;

import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A cancelled order gives its stock back; once goods have left, it cannot be cancelled. */
@Component
class OrderCancellation {

    private final Allocations allocations;
    private final StockHolds holds;

    OrderCancellation(Allocations allocations, StockHolds holds) {
        this.allocations = allocations;
        this.holds = holds;
    }

    @EventListener
    @Order(1)
    void on(OrderCancelled event) {
        if (allocations.anyDispatched(event.orderNumber())) {
            throw Problem.conflict(
                    "goods-dispatched",
                    "Goods have left",
                    "Order " + event.orderNumber() + " cannot be cancelled: goods of it are dispatched");
        }
        allocations.release(event.orderNumber());
        holds.release(event.dealNumber());
    }
}
