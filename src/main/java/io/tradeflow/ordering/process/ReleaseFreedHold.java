package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.OrderHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("releaseFreedHold")
@ProcessStep(
        label = "Release freed hold",
        description = "Ends a hold for credit because less is owed or more is allowed; its task disappears.",
        inputs = @ProcessStep.Variable(name = "holdId", description = "Which hold"))
class ReleaseFreedHold implements JavaDelegate {

    private final OrderHolds holds;

    ReleaseFreedHold(OrderHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.freed((Long) execution.getVariable("holdId"), "The buyer's credit allows the order");
    }
}
