package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Error;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.invoicing.NoteNotPossible;
import io.tradeflow.invoicing.TaxNote;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("issueNote")
@ProcessStep(
        label = "Issue credit or debit note",
        description = "Issues the note of a draft under the next number of its series. May be repeated.",
        inputs = @Variable(name = "noteDraft", description = "Number of the draft"),
        outcomes = {
            @Variable(name = "noteNumber", description = "Number of the note"),
            @Variable(name = "noteType", description = "CRN for a credit, DBN for a debit note")
        },
        errors =
                @Error(
                        code = "NOTE_NOT_POSSIBLE",
                        description = "The invoices do not have left what the note would take"))
class IssueNote implements JavaDelegate {

    private final NoteDrafts drafts;

    IssueNote(NoteDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            TaxNote note = drafts.issue((String) execution.getVariable("noteDraft"));
            execution.setVariable("noteNumber", note.number());
            execution.setVariable("noteType", note.kind().code());
        } catch (NoteNotPossible notAnyMore) {
            throw new BpmnError("NOTE_NOT_POSSIBLE", notAnyMore.getMessage(), notAnyMore);
        }
    }
}
