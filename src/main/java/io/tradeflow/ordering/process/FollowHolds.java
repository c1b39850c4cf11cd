package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.ordering.OrderHeld;
import io.tradeflow.ordering.OrderHoldEnded;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a hold that staff placed released by its owner, and wakes what waits for the order. In the transaction of what happened. */
@Component
class FollowHolds {

    private final ProcessMessages processes;

    FollowHolds(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(OrderHeld held) {
        processes.start(
                "order-hold",
                held.dealNumber(),
                Map.of(
                        "orderNumber", held.orderNumber(),
                        "buyerName", held.buyerName(),
                        "holdId", held.holdId()));
    }

    @EventListener
    void on(OrderHoldEnded ended) {
        if (!ended.byTask()) {
            processes.tell(ended.dealNumber(), "HoldEnded", "holdId", ended.holdId());
        }
        if (ended.orderFree()) {
            processes.tell(ended.dealNumber(), "OrderReleased");
            // older models do not know holds: there the order waits for stock and looks again
            processes.tell(ended.dealNumber(), "StockArrived");
        }
    }
}
