package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.ordering.OrderHolds;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("releaseHold")
@ProcessStep(
        label = "Release hold",
        description = "Ends the hold for whoever completed the task; the last one wakes what waits for the order.",
        inputs = {
            @ProcessStep.Variable(name = "holdId", description = "Which hold"),
            @ProcessStep.Variable(name = "releaseReason", description = "Why the order may go on"),
            @ProcessStep.Variable(
                    name = "overrideCeiling",
                    description = "How much more than the credit limit is allowed for this order; empty for nothing"),
            @ProcessStep.Variable(name = "overrideUntil", description = "Last day of that")
        })
class ReleaseHold implements JavaDelegate {

    private final OrderHolds holds;
    private final TaskCompleter completer;

    ReleaseHold(OrderHolds holds, TaskCompleter completer) {
        this.holds = holds;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reason = (String) execution.getVariable("releaseReason");
        holds.releaseByTask(
                completer.person().orElseThrow(() -> new IllegalStateException("Nobody released the hold")),
                (Long) execution.getVariable("holdId"),
                reason,
                ReleaseHoldForm.override(execution.getVariables(), reason));
        execution.removeVariables(List.of(ReleaseHoldForm.CEILING, ReleaseHoldForm.UNTIL));
    }
}
