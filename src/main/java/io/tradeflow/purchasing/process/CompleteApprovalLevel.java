package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("completeApprovalLevel")
@ProcessStep(
        label = "Complete approval level",
        description = "Goes up to the second level where the company's rules ask for one.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"),
        outcomes = @ProcessStep.Variable(name = "fullyApproved", description = "Whether every level has approved"))
class CompleteApprovalLevel implements JavaDelegate {

    private final PurchaseRounds rounds;

    CompleteApprovalLevel(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "fullyApproved", rounds.completeLevel((Long) execution.getVariable("purchaseApprovalId")));
    }
}
