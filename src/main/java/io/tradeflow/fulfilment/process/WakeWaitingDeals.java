package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.StockArrived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stock has come in: the deals whose orders wait for it look again, the oldest order first. */
@Component
class WakeWaitingDeals {

    private static final String STOCK_ARRIVED = "StockArrived";

    private final Allocations allocations;
    private final ProcessMessages messages;

    WakeWaitingDeals(Allocations allocations, ProcessMessages messages) {
        this.allocations = allocations;
        this.messages = messages;
    }

    /** A deal that is told nothing because it does not wait right now allocates again before it would wait. */
    @EventListener
    void on(StockArrived event) {
        allocations.dealsWaitingFor(event.skus()).forEach(deal -> messages.tell(deal, STOCK_ARRIVED));
    }
}
