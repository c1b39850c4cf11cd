package io.tradeflow.approval.process;

import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Offers an overdue approval to the escalation group as well. */
@Component("escalateApproval")
@ProcessStep(
        label = "Escalate approval",
        description = "Offers the open approval task to the escalation group as well and moves it up in the lists.",
        inputs = @ProcessStep.Variable(name = "escalationGroup", description = "Group to call in; empty for none"))
class EscalateApproval implements JavaDelegate {

    private static final int URGENT = 90;

    @Override
    public void execute(DelegateExecution execution) {
        String group = (String) execution.getVariable("escalationGroup");
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()) {
            tasks.setPriority(task.getId(), URGENT);
            if (group != null && !group.isBlank()) {
                tasks.addCandidateGroup(task.getId(), group);
            }
        }
    }
}
