package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("lapseBuyersApproval")
@ProcessStep(
        label = "Lapse buyer's approval",
        description =
                "Closes the approval because nobody decided in time or nothing is left to decide, and tells both.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"))
class LapseBuyersApproval implements JavaDelegate {

    private final PurchaseRounds rounds;

    LapseBuyersApproval(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.lapse((Long) execution.getVariable("purchaseApprovalId"));
    }
}
