package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("escalateBuyersApproval")
@ProcessStep(
        label = "Escalate buyer's approval",
        description = "Asks the approvers of the next unit up as well; where there is none, reminds.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"))
class EscalateBuyersApproval implements JavaDelegate {

    private final PurchaseRounds rounds;

    EscalateBuyersApproval(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.escalate((Long) execution.getVariable("purchaseApprovalId"));
    }
}
