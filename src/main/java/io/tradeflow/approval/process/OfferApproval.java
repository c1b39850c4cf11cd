package io.tradeflow.approval.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** When an approval's task appears: offers it to deputies too and tells everybody who may decide it. */
@Component("offerApproval")
class OfferApproval implements TaskListener {

    private final Deputies deputies;
    private final ApproverMails mails;

    OfferApproval(Deputies deputies, ApproverMails mails) {
        this.deputies = deputies;
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        deputies.of(Set.of((String) task.getVariable("approverGroup"))).forEach(task::addCandidateUser);
        mails.asked(ApproverMails.Request.of(task.getExecution(), task.getId()));
    }
}
