package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.OrderHold;
import io.tradeflow.ordering.OrderHolds;
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
            @ProcessStep.Variable(name = "escalateAfter", description = "Time after which directors are called in")
        })
class LookUpHold implements JavaDelegate {

    /** A held order is a buyer who waits. */
    private static final String ESCALATE_AFTER = "P2D";

    private final OrderHolds holds;

    LookUpHold(OrderHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderHold hold = holds.hold((Long) execution.getVariable("holdId"));
        execution.setVariable("releasingGroup", hold.releasingGroup());
        execution.setVariable("escalateAfter", ESCALATE_AFTER);
    }
}
