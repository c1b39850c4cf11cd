package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("setNoteDecisionTimes")
@ProcessStep(
        label = "Set times of the decision about a note",
        description = "Takes the times that the table names for the decision; a day and two where it names none.",
        inputs = {
            @Variable(name = "remindAfter", description = "Time until the reminder, e.g. P1D; may be missing"),
            @Variable(name = "escalateAfter", description = "Time until directors are called in; may be missing")
        },
        outcomes = {
            @Variable(
                    name = "remindNoteAfter",
                    description = "When the decision is due and those who decide are reminded"),
            @Variable(name = "escalateNoteAfter", description = "When the directors are called in")
        })
class SetNoteDecisionTimes implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        NoteDecisionTimes times = NoteDecisionTimes.answered(output -> text(execution.getVariable(output)));
        execution.setVariable("remindNoteAfter", times.remindAfter().toString());
        execution.setVariable("escalateNoteAfter", times.escalateAfter().toString());
    }

    private static String text(Object answer) {
        return answer == null ? null : answer.toString();
    }
}
