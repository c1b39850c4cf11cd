package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.NoteDrafts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("giveUpNote")
@ProcessStep(
        label = "Give up note",
        description = "Keeps why the note of a draft could not be issued.",
        inputs = {
            @Variable(name = "noteDraft", description = "Number of the draft"),
            @Variable(name = "noteProblem", description = "Why it could not be issued")
        })
class GiveUpNote implements JavaDelegate {

    private final NoteDrafts drafts;

    GiveUpNote(NoteDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        drafts.giveUp((String) execution.getVariable("noteDraft"), (String) execution.getVariable("noteProblem"));
    }
}
