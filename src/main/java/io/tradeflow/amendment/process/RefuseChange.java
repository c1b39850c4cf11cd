package io.tradeflow.amendment.process;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("refuseChange")
@ProcessStep(
        label = "Refuse change",
        description = "The order stays as it is; the buyer is told why.",
        inputs = {
            @ProcessStep.Variable(name = "changeNumber", description = "Number of the change"),
            @ProcessStep.Variable(name = "changeNote", description = "Why")
        },
        outcomes = {@ProcessStep.Variable(name = "changeOutcome", description = "REFUSED")})
class RefuseChange implements JavaDelegate {

    private final OrderChanges changes;
    private final TaskCompleter completer;

    RefuseChange(OrderChanges changes, TaskCompleter completer) {
        this.changes = changes;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "changeOutcome",
                changes.refuse(
                                (String) execution.getVariable("changeNumber"),
                                (String) execution.getVariable("changeNote"),
                                completer.actor())
                        .name());
    }
}
