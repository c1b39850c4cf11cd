package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.TaxNotes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renderNote")
@ProcessStep(
        label = "Render credit or debit note",
        description = "Makes the PDF of an issued credit or debit note. May be repeated.",
        inputs = @Variable(name = "noteNumber", description = "The issued note"))
class RenderNote implements JavaDelegate {

    private final TaxNotes notes;

    RenderNote(TaxNotes notes) {
        this.notes = notes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notes.render((String) execution.getVariable("noteNumber"));
    }
}
