package io.tradeflow.amendment.process;

import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component("escalateChangeApproval")
@ProcessStep(
        label = "Escalate approval of the change",
        description = "Offers the open decision to the directors as well and moves it up in the lists.",
        inputs = {@ProcessStep.Variable(name = "approvalId", description = "Which approval")})
class EscalateChangeApproval implements JavaDelegate {

    private static final int URGENT = 90;

    @Override
    public void execute(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()) {
            tasks.setPriority(task.getId(), Math.max(task.getPriority(), URGENT));
            tasks.addCandidateGroup(task.getId(), "directors");
        }
    }
}
