package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.fulfilment.GoodsGiven;
import io.tradeflow.fulfilment.ShipmentWithdrawn;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderRestCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells processes that goods are taken out of them, or given to them, in the transaction of what happened. */
@Component
class FollowWithdrawals {

    private static final int AFTER_THE_GOODS = 20;

    private final ProcessMessages processes;

    FollowWithdrawals(ProcessMessages processes) {
        this.processes = processes;
    }

    /** The shipment ends here and now; one that cannot hear it is just being moved on, or is of a model that knows no withdrawal. */
    @EventListener
    void on(ShipmentWithdrawn withdrawn) {
        if (processes.tell(withdrawn.dealNumber(), "ShipmentWithdrawn", "shipmentNumber", withdrawn.shipmentNumber())
                == 0) {
            throw Problem.conflict(
                    "shipment-under-way",
                    "The shipment is under way",
                    "Shipment " + withdrawn.shipmentNumber()
                            + " is being handed to the warehouse. Please try again in a moment");
        }
    }

    /**
     * Where nobody waits for the rest, the process looks again before it would. Older models do not know that a rest can be cancelled: there the
     * order waits for stock, looks again and finds nothing open.
     */
    @EventListener
    @Order(AFTER_THE_GOODS)
    void on(OrderRestCancelled cancelled) {
        if (processes.tell(cancelled.dealNumber(), "RestCancelled") == 0) {
            processes.tell(cancelled.dealNumber(), "StockArrived");
        }
    }

    @EventListener
    void on(GoodsGiven given) {
        processes.tell(given.dealNumber(), "StockArrived");
    }
}
