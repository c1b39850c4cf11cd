package io.tradeflow.amendment.process;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("acceptChange")
@ProcessStep(
        label = "Accept change",
        description = "Notes who of the sales desk checked the buyer's change; that person may not approve it.",
        inputs = {@ProcessStep.Variable(name = "changeNumber", description = "Number of the change")})
class AcceptChange implements JavaDelegate {

    private final OrderChanges changes;
    private final TaskCompleter completer;

    AcceptChange(OrderChanges changes, TaskCompleter completer) {
        this.changes = changes;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.checked((String) execution.getVariable("changeNumber"), completer.actor());
    }
}
