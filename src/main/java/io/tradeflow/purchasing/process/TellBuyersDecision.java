package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("tellBuyersDecision")
@ProcessStep(
        label = "Tell buyer's decision",
        description = "Tells the person who asked that the order was refused or sent back, and why.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"))
class TellBuyersDecision implements JavaDelegate {

    private final PurchaseRounds rounds;

    TellBuyersDecision(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.tellDecision((Long) execution.getVariable("purchaseApprovalId"));
    }
}
