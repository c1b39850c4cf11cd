package io.tradeflow.amendment.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** When a decision on a change is wanted: offers it to the deputies of those who are away, too. */
@Component("offerChangeApproval")
class OfferChangeApproval implements TaskListener {

    private final ChangeApprovers approvers;

    OfferChangeApproval(ChangeApprovers approvers) {
        this.approvers = approvers;
    }

    @Override
    public void notify(DelegateTask task) {
        approvers.standInsOf(task.getVariable("approverGroup")).forEach(task::addCandidateUser);
    }
}
