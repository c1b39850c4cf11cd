package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.NoteDrafts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("remindNoteApprovers")
@ProcessStep(
        label = "Remind who approves the note",
        description =
                "Mails a reminder to all who may decide about a drafted note, and to deputies; not to who drafted it.",
        inputs = {
            @Variable(name = "noteDraft", description = "Number of the draft"),
            @Variable(name = "approverGroup", description = "Group that decides")
        })
class RemindNoteApprovers implements JavaDelegate {

    private final NoteDrafts drafts;
    private final NoteApprovers approvers;

    RemindNoteApprovers(NoteDrafts drafts, NoteApprovers approvers) {
        this.drafts = drafts;
        this.approvers = approvers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String draft = (String) execution.getVariable("noteDraft");
        String draftedBy = drafts.draft(draft).draftedById();
        approvers.emails((String) execution.getVariable("approverGroup")).forEach((userId, email) -> {
            if (!userId.equals(draftedBy)) {
                drafts.remindApprover(draft, email);
            }
        });
    }
}
