package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.returns.CreditClaims;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordCreditHold")
@ProcessStep(
        label = "Record that the credit waits",
        description = "Writes into the deal why finance lets the credit of a return wait.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(name = "holdReason", description = "Why it waits")
        })
class RecordCreditHold implements JavaDelegate {

    private final CreditClaims claims;
    private final TaskCompleter completer;

    RecordCreditHold(CreditClaims claims, TaskCompleter completer) {
        this.claims = claims;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        claims.held(
                (String) execution.getVariable("returnNumber"),
                (String) execution.getVariable("holdReason"),
                completer.actor());
    }
}
