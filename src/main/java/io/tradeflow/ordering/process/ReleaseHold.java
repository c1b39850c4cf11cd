package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.ordering.OrderHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("releaseHold")
@ProcessStep(
        label = "Release hold",
        description = "Ends the hold for whoever completed the task; the last one wakes what waits for the order.",
        inputs = {
            @ProcessStep.Variable(name = "holdId", description = "Which hold"),
            @ProcessStep.Variable(name = "releaseReason", description = "Why the order may go on")
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
        holds.releaseByTask(
                completer.person().orElseThrow(() -> new IllegalStateException("Nobody released the hold")),
                (Long) execution.getVariable("holdId"),
                (String) execution.getVariable("releaseReason"));
    }
}
