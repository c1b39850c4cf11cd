package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.engine.StaffMember;
import io.tradeflow.invoicing.NoteDrafts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("tellNoteNotIssued")
@ProcessStep(
        label = "Tell that the note is not issued",
        description = "Mails who drafted a credit or debit note that it is not issued, and why.",
        inputs = @Variable(name = "noteDraft", description = "Number of the draft"))
class TellNoteNotIssued implements JavaDelegate {

    private final NoteDrafts drafts;
    private final StaffDirectory staff;

    TellNoteNotIssued(NoteDrafts drafts, StaffDirectory staff) {
        this.drafts = drafts;
        this.staff = staff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String draft = (String) execution.getVariable("noteDraft");
        staff.member(drafts.draft(draft).draftedById())
                .map(StaffMember::email)
                .filter(email -> !email.isBlank())
                .ifPresent(email -> drafts.tellNotIssued(draft, email));
    }
}
