package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.TaxNotes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("sendNote")
@ProcessStep(
        label = "Send credit or debit note",
        description =
                "Queues the mail with the note to the buyer and asks for the reversal of input tax credit; a note is mailed once.",
        inputs = @Variable(name = "noteNumber", description = "The issued note"))
class SendNote implements JavaDelegate {

    private final TaxNotes notes;

    SendNote(TaxNotes notes) {
        this.notes = notes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notes.send((String) execution.getVariable("noteNumber"));
    }
}
