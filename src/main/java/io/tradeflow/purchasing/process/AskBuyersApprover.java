package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.purchasing.PurchaseRounds;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("askBuyersApprover")
@ProcessStep(
        label = "Ask buyer's approver",
        description = "Asks the approvers of the requester's unit, or of the next one up that has some, by mail.",
        inputs = @ProcessStep.Variable(name = "purchaseApprovalId", description = "The buyer's approval"),
        outcomes = {
            @ProcessStep.Variable(name = "approverReminderDue", description = "When the approver is reminded"),
            @ProcessStep.Variable(name = "approverEscalationDue", description = "When the next unit up is asked")
        })
class AskBuyersApprover implements JavaDelegate {

    private final PurchaseRounds rounds;

    AskBuyersApprover(PurchaseRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PurchaseRounds.Dates dates = rounds.ask((Long) execution.getVariable("purchaseApprovalId"));
        execution.setVariable("approverReminderDue", Date.from(dates.reminder()));
        execution.setVariable("approverEscalationDue", Date.from(dates.escalation()));
    }
}
