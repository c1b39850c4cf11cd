package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.OrderHold;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("lookUpHold")
@ProcessStep(
        label = "Look up hold",
        description = "Reads who releases the hold and when somebody else is called in.",
        inputs = @ProcessStep.Variable(name = "holdId", description = "Which hold"),
        outcomes = {
            @ProcessStep.Variable(name = "releasingGroup", description = "Group that lets the order go"),
            @ProcessStep.Variable(name = "escalateAfter", description = "Time after which directors are called in"),
            @ProcessStep.Variable(
                    name = "holdReason",
                    description = "ORDER_HELD, for the table that says how long it keeps its turn"),
            @ProcessStep.Variable(name = "segment", description = "Segment of the buyer")
        })
class LookUpHold implements JavaDelegate {

    /** A held order is a buyer who waits. */
    private static final String ESCALATE_AFTER = "P2D";

    /** As stock-hold.dmn names an order on hold. */
    private static final String KEEPS_ITS_TURN = "ORDER_HELD";

    private final OrderHolds holds;
    private final SalesOrders orders;

    LookUpHold(OrderHolds holds, SalesOrders orders) {
        this.holds = holds;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderHold hold = holds.hold((Long) execution.getVariable("holdId"));
        execution.setVariable("releasingGroup", hold.releasingGroup());
        execution.setVariable("escalateAfter", ESCALATE_AFTER);
        execution.setVariable("holdReason", KEEPS_ITS_TURN);
        execution.setVariable("segment", orders.order(hold.orderNumber()).segment());
    }
}
