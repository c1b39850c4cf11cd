package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.Routing;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.ordering.OrderHolds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Serves an order from stock and tells its deal how it stands. */
@Service
@Transactional
public class OrderFulfilment {

    private final Allocations allocations;
    private final OrderHolds holds;
    private final ApplicationEventPublisher events;

    OrderFulfilment(Allocations allocations, OrderHolds holds, ApplicationEventPublisher events) {
        this.allocations = allocations;
        this.holds = holds;
        this.events = events;
    }

    /** Allocates what is open and moves the deal to its stage. May be repeated. */
    public Allocations.Outcome allocate(String dealNumber, String orderNumber, Routing routing) {
        if (holds.isHeldNow(orderNumber)) {
            return Allocations.Outcome.HELD;
        }
        Allocations.Outcome outcome = withGiven(orderNumber, allocations.allocate(orderNumber, routing));
        switch (outcome) {
            case ALL -> tell(dealNumber, DealStage.IN_FULFILMENT, "Stock is allocated", orderNumber);
            case PART ->
                tell(
                        dealNumber,
                        DealStage.IN_FULFILMENT,
                        "Stock is allocated for part of the order, the rest follows",
                        orderNumber);
            case NONE -> tell(dealNumber, DealStage.AWAITING_STOCK, "The order waits for stock", orderNumber);
            case NOTHING_OPEN, HELD -> {
                // delivered or given up: the deal's stage is somebody else's to say
            }
        }
        return outcome;
    }

    /** A planner may have given it goods out of turn, which no shipment has taken up yet: they leave whatever this look brought. */
    private Allocations.Outcome withGiven(String orderNumber, Allocations.Outcome outcome) {
        boolean broughtNothing = outcome == Allocations.Outcome.NONE || outcome == Allocations.Outcome.NOTHING_OPEN;
        if (!broughtNothing || allocations.unplanned(orderNumber).isEmpty()) {
            return outcome;
        }
        return outcome == Allocations.Outcome.NONE ? Allocations.Outcome.PART : Allocations.Outcome.ALL;
    }

    /** Gives up on what is open. May be repeated. */
    public void shortClose(String orderNumber, String reason, Actor by) {
        allocations.shortClose(orderNumber, reason, by);
    }

    private void tell(String dealNumber, DealStage stage, String fact, String orderNumber) {
        events.publishEvent(DealProgress.reached(dealNumber, stage, fact, orderNumber, Actor.PROGRAM));
    }
}
