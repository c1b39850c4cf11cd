package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("remindBuyersApprover")
@ProcessStep(
        label = "Remind buyer's approver",
        description = "Reminds those who have not decided that the quote's validity ends soon.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"))
class RemindBuyersApprover implements JavaDelegate {

    private final PurchaseRounds rounds;

    RemindBuyersApprover(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.remind((Long) execution.getVariable("purchaseApprovalId"));
    }
}
