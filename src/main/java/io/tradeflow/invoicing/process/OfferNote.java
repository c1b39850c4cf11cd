package io.tradeflow.invoicing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** When the approval of a note appears: offers it to the deputies of those who are away too. */
@Component("offerNote")
class OfferNote implements TaskListener {

    private final NoteApprovers approvers;

    OfferNote(NoteApprovers approvers) {
        this.approvers = approvers;
    }

    @Override
    public void notify(DelegateTask task) {
        approvers.deputies((String) task.getVariable("approverGroup")).forEach(task::addCandidateUser);
    }
}
