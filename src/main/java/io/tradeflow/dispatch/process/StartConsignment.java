package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.ConsignmentMoved;
import io.tradeflow.dispatch.GoodsDispatched;
import io.tradeflow.engine.ProcessMessages;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goods on their way are followed by a process of their own, which the shipment does not wait for. */
@Component
class StartConsignment {

    private final ProcessMessages processes;

    StartConsignment(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(GoodsDispatched goods) {
        processes.start(
                "consignment",
                goods.dealNumber(),
                Map.of(
                        "shipmentNumber", goods.shipmentNumber(),
                        "orderNumber", goods.orderNumber(),
                        "buyerName", goods.buyerName(),
                        "carrierName", goods.carrier()));
    }

    /** Whoever does not wait yet looks again before it does. */
    @EventListener
    void on(ConsignmentMoved moved) {
        processes.tell(moved.dealNumber(), "ConsignmentMoved", "shipmentNumber", moved.shipmentNumber());
    }
}
