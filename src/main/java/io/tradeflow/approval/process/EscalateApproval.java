package io.tradeflow.approval.process;

import io.tradeflow.engine.ProcessStep;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Offers an overdue approval to the escalation group as well. */
@Component("escalateApproval")
@ProcessStep(
        label = "Escalate approval",
        description =
                "Offers the open approval task to the escalation group as well, moves it up in the lists, ends a claim that led to nothing, and mails.",
        inputs = {
            @ProcessStep.Variable(name = "approvalId", description = "Which approval"),
            @ProcessStep.Variable(name = "escalationGroup", description = "Group to call in; empty for none")
        })
class EscalateApproval implements JavaDelegate {

    private static final int URGENT = 90;

    private final Deputies deputies;
    private final ApproverMails mails;

    EscalateApproval(Deputies deputies, ApproverMails mails) {
        this.deputies = deputies;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String group = (String) execution.getVariable("escalationGroup");
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()) {
            tasks.setPriority(task.getId(), Math.max(task.getPriority(), URGENT));
            if (task.getAssignee() != null) {
                tasks.setAssignee(task.getId(), null);
            }
            if (group != null && !group.isBlank()) {
                tasks.addCandidateGroup(task.getId(), group);
                deputies.of(Set.of(group)).forEach(deputy -> tasks.addCandidateUser(task.getId(), deputy));
                mails.escalated(ApproverMails.Request.of(execution, task.getId()));
            }
        }
    }
}
