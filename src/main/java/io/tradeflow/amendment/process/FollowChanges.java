package io.tradeflow.amendment.process;

import io.tradeflow.amendment.ChangeOver;
import io.tradeflow.amendment.ChangeProposed;
import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.ordering.OrderRevised;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a change decided, ends that where nobody wants it any more, and has a changed order served. In the transaction of what happened. */
@Component
class FollowChanges {

    private final ProcessMessages processes;

    FollowChanges(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(ChangeProposed change) {
        processes.start(
                "order-change",
                change.dealNumber(),
                Map.of(
                        "orderNumber", change.orderNumber(),
                        "changeNumber", change.changeNumber(),
                        "buyerName", change.buyerName(),
                        "byBuyer", change.byBuyer()));
    }

    @EventListener
    void on(ChangeOver change) {
        processes.tell(change.dealNumber(), "ChangeOver", "changeNumber", change.changeNumber());
    }

    /**
     * An order that waits for stock looks again; one that is busy looks again before it would wait. One that waits for its advance looks
     * whether the changed advance is there already.
     */
    @EventListener
    void on(OrderRevised order) {
        processes.tell(order.dealNumber(), "StockArrived");
        processes.tell(order.dealNumber(), "PaymentReceived");
    }
}
