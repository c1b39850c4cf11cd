package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.invoicing.NoteDrafts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordNoteDecision")
@ProcessStep(
        label = "Record decision on note",
        description =
                "Keeps who let a credit or debit note pass or refused it. Belongs into the transaction of the task.",
        inputs = {
            @Variable(name = "noteDraft", description = "Number of the draft"),
            @Variable(name = "noteDecision", description = "APPROVED or REFUSED"),
            @Variable(name = "noteDecisionNote", description = "Why it is refused")
        },
        outcomes = @Variable(name = "noteApproved", description = "Whether it may be issued"))
class RecordNoteDecision implements JavaDelegate {

    private final NoteDrafts drafts;
    private final TaskCompleter completer;

    RecordNoteDecision(NoteDrafts drafts, TaskCompleter completer) {
        this.drafts = drafts;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean approved = "APPROVED".equals(execution.getVariable("noteDecision"));
        drafts.decide(
                (String) execution.getVariable("noteDraft"),
                approved,
                (String) execution.getVariable("noteDecisionNote"),
                completer.actor());
        execution.setVariable("noteApproved", approved);
    }
}
