package io.tradeflow.amendment.process;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("applyChange")
@ProcessStep(
        label = "Apply change",
        description =
                "Makes the approved change in one go: lines, totals, tax, what the buyer owes, confirmation. Computes and checks all anew first.",
        inputs = {@ProcessStep.Variable(name = "changeNumber", description = "Number of the change")},
        outcomes = {@ProcessStep.Variable(name = "changeOutcome", description = "APPLIED, REFUSED or OVERTAKEN")})
class ApplyChange implements JavaDelegate {

    private final OrderChanges changes;

    ApplyChange(OrderChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "changeOutcome",
                changes.apply((String) execution.getVariable("changeNumber")).name());
    }
}
