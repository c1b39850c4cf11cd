package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("tellNothingOrdered")
@ProcessStep(
        label = "Tell nothing was ordered",
        description = "Tells requester and approvers that the approved quote was no longer there to accept.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"))
class TellNothingOrdered implements JavaDelegate {

    private final PurchaseRounds rounds;

    TellNothingOrdered(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.tellUnordered((Long) execution.getVariable("purchaseApprovalId"));
    }
}
