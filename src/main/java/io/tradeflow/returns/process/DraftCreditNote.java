package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.kernel.Actor;
import io.tradeflow.returns.CreditClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("draftCreditNote")
@ProcessStep(
        label = "Draft credit note",
        description =
                "Drafts the credit note over what is claimed for a return. Invoices of different branches, years or exchange"
                        + " rates need a note each.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
        outcomes = {
            @ProcessStep.Variable(name = "noteDraft", description = "Number of the draft"),
            @ProcessStep.Variable(name = "moreToCredit", description = "Whether another note is needed after this one")
        })
class DraftCreditNote implements JavaDelegate {

    private final CreditClaims claims;
    private final TaskCompleter completer;

    DraftCreditNote(CreditClaims claims, TaskCompleter completer) {
        this.claims = claims;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String returnNumber = (String) execution.getVariable("returnNumber");
        boolean more = claims.needsAnother(returnNumber);
        Actor by = completer.actor();
        execution.setVariable("noteDraft", claims.draft(by, returnNumber).number());
        execution.setVariable("moreToCredit", more);
    }
}
