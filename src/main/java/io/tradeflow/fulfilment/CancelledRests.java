package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocations;
import io.tradeflow.ordering.OrderRestCancelled;
import io.tradeflow.ordering.OrderRevised;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goods that an order needs no more, and that nobody has begun to pick, go back. */
@Component
class CancelledRests {

    private final Withdrawals withdrawals;
    private final Allocations allocations;

    CancelledRests(Withdrawals withdrawals, Allocations allocations) {
        this.withdrawals = withdrawals;
        this.allocations = allocations;
    }

    /** What is picked, packed, invoiced or gone stays: that is the floor. */
    @EventListener
    @Order(1)
    @Transactional
    public void on(OrderRestCancelled cancelled) {
        withdrawals.withdrawUntouched(cancelled.orderNumber());
        allocations.shortClose(cancelled.orderNumber(), cancelled.reason(), cancelled.by());
    }

    /** A change has lowered a quantity below what is allocated: what no pick list is released of goes back. */
    @EventListener
    @Transactional
    public void on(OrderRevised revised) {
        if (!allocations.beyond(revised.orderNumber()).isEmpty()) {
            withdrawals.withdrawNotReleased(revised.orderNumber());
        }
    }
}
