package io.tradeflow.returns;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the deal back to where it was when goods had come back. */
@Service
public class ReplacedGoods {

    private final SalesOrders orders;
    private final ApplicationEventPublisher events;

    ReplacedGoods(SalesOrders orders, ApplicationEventPublisher events) {
        this.orders = orders;
        this.events = events;
    }

    /** All that was owed again has left: an order that is not paid waits for its money as before. May be repeated. */
    @Transactional
    public void haveLeft(String orderNumber) {
        SalesOrder order = orders.order(orderNumber);
        String fact = "Nothing is owed any more of the goods that came back";
        events.publishEvent(
                order.status() == SalesOrder.Status.CONFIRMED
                        ? DealProgress.reached(
                                order.dealNumber(), DealStage.AWAITING_PAYMENT, fact, orderNumber, Actor.PROGRAM)
                        : DealProgress.noted(order.dealNumber(), fact, orderNumber, Actor.PROGRAM));
    }
}
