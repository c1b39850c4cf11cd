package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.CreditHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("applyCreditReactions")
@ProcessStep(
        label = "Apply credit reactions",
        description = "Holds the order or notes a warning, as the table of credit reactions said.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "creditStage", description = "CONFIRMATION, RELEASE or REPLACEMENT"),
            @ProcessStep.Variable(name = "creditReactions", description = "Result of credit-reaction.dmn")
        })
class ApplyCreditReactions implements JavaDelegate {

    private static final String CONFIRMATION = "CONFIRMATION";

    private final CreditHolds credit;

    ApplyCreditReactions(CreditHolds credit) {
        this.credit = credit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        credit.react(
                (String) execution.getVariable("orderNumber"),
                StillHeld.reactions(execution.getVariable("creditReactions")),
                CONFIRMATION.equals(execution.getVariable("creditStage")));
    }
}
