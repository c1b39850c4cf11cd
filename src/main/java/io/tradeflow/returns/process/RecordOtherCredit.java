package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.returns.CreditedOtherwise;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordOtherCredit")
@ProcessStep(
        label = "Record other credit",
        description =
                "Closes what a return claims by a credit note that finance had issued already; nothing is credited again."
                        + " Belongs into the transaction of the task.",
        inputs = {
            @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"),
            @ProcessStep.Variable(name = "creditNoteNumber", description = "Number of the credit note")
        },
        outcomes =
                @ProcessStep.Variable(
                        name = "creditStillOpen",
                        description = "Whether something of the return is still to be credited"))
class RecordOtherCredit implements JavaDelegate {

    private final CreditedOtherwise credited;
    private final TaskCompleter completer;

    RecordOtherCredit(CreditedOtherwise credited, TaskCompleter completer) {
        this.credited = credited;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "creditStillOpen",
                credited.record(
                        (String) execution.getVariable("returnNumber"),
                        (String) execution.getVariable("creditNoteNumber"),
                        completer.actor()));
    }
}
