package io.tradeflow.ordering.process;

import io.tradeflow.credit.CreditStanding;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.CreditHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkCredit")
@ProcessStep(
        label = "Check credit",
        description =
                "Reads how the buyer stands against its credit limit and what is overdue, as far as this order goes.",
        inputs = @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
        outcomes = {
            @ProcessStep.Variable(
                    name = "creditExcessPercent",
                    description = "What is owed beyond limit and override, in percent of the limit"),
            @ProcessStep.Variable(name = "creditOverdueDays", description = "Days the oldest invoice is overdue")
        })
class CheckCredit implements JavaDelegate {

    private final CreditHolds credit;

    CheckCredit(CreditHolds credit) {
        this.credit = credit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CreditStanding standing = credit.standing((String) execution.getVariable("orderNumber"));
        execution.setVariable("creditExcessPercent", standing.excessPercent().doubleValue());
        execution.setVariable("creditOverdueDays", standing.overdueDays());
    }
}
