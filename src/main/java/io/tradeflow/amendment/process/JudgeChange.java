package io.tradeflow.amendment.process;

import io.tradeflow.amendment.OrderChanges;
import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("judgeChange")
@ProcessStep(
        label = "Judge change",
        description =
                "Draws from the change what decides who has to approve it. Where it cannot be made any more, nothing is known and all is asked for; applying then finds out.",
        inputs = {@ProcessStep.Variable(name = "changeNumber", description = "Number of the change")},
        outcomes = {
            @ProcessStep.Variable(
                    name = "increase",
                    description = "Of the total with tax in rupees, with earlier changes"),
            @ProcessStep.Variable(name = "decreasePercent", description = "By how much the order shrinks"),
            @ProcessStep.Variable(name = "worstDiscount", description = "Highest discount of a line that grows"),
            @ProcessStep.Variable(name = "marginPercent", description = "Of the changed order"),
            @ProcessStep.Variable(name = "belowFloor", description = "Whether a growing line is below its floor"),
            @ProcessStep.Variable(name = "creditExcess", description = "Over the credit limit by"),
            @ProcessStep.Variable(name = "placeChanges", description = "Whether the goods go to another state")
        })
class JudgeChange implements JavaDelegate {

    private final OrderChanges changes;

    JudgeChange(OrderChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(ChangeNeeds.variables(changes.facts((String) execution.getVariable("changeNumber"))));
    }
}
