package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.returns.CreditClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordCreditNote")
@ProcessStep(
        label = "Record credit note",
        description = "Keeps the number of the credit note with the claims. Belongs into the transaction of the task.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(name = "creditNoteNumber", description = "Number of the credit note")
        })
class RecordCreditNote implements JavaDelegate {

    private final CreditClaims claims;
    private final TaskCompleter completer;

    RecordCreditNote(CreditClaims claims, TaskCompleter completer) {
        this.claims = claims;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.credited(
                (String) execution.getVariable("returnNumber"),
                (String) execution.getVariable("creditNoteNumber"),
                completer.actor());
    }
}
