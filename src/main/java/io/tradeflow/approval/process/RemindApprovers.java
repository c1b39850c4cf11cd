package io.tradeflow.approval.process;

import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reminds before the decision is overdue. */
@Component("remindApprovers")
@ProcessStep(
        label = "Remind approvers",
        description = "Mails a reminder to all who may decide the open approval.",
        inputs = {
            @ProcessStep.Variable(name = "approvalId", description = "Which approval"),
            @ProcessStep.Variable(name = "approverGroup", description = "Group that decides")
        })
class RemindApprovers implements JavaDelegate {

    private final ApproverMails mails;

    RemindApprovers(ApproverMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()) {
            mails.reminded(ApproverMails.Request.of(execution, task.getId()));
        }
    }
}
