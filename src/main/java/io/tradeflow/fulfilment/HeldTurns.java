package io.tradeflow.fulfilment;

import io.tradeflow.inventory.WaitingOrders;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An order on hold keeps goods and turn for as long as the table says, then others go first until it is released. */
@Service
public class HeldTurns {

    private final OrderHolds holds;
    private final SalesOrders orders;
    private final Withdrawals withdrawals;
    private final WaitingOrders waiting;
    private final ApplicationEventPublisher events;

    HeldTurns(
            OrderHolds holds,
            SalesOrders orders,
            Withdrawals withdrawals,
            WaitingOrders waiting,
            ApplicationEventPublisher events) {
        this.holds = holds;
        this.orders = orders;
        this.withdrawals = withdrawals;
        this.waiting = waiting;
        this.events = events;
    }

    /** The time is over: what no pick list is released of is free for others. Nothing happens where the order is released. May be repeated. */
    @Transactional
    public void letOthersPass(String orderNumber) {
        if (!holds.isHeldNow(orderNumber)) {
            return;
        }
        withdrawals.withdrawNotReleased(orderNumber);
        waiting.letPass(orderNumber);
        SalesOrder order = orders.order(orderNumber);
        events.publishEvent(DealProgress.internal(
                order.dealNumber(),
                "On hold for longer than it keeps its turn: others go first until it is released",
                orderNumber,
                Actor.PROGRAM));
    }
}
