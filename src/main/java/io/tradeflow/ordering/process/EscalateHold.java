package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component("escalateHold")
@ProcessStep(
        label = "Escalate hold",
        description =
                "Offers the release of a held order to the directors as well, moves it up in the lists and ends a claim that led to nothing.",
        inputs = @ProcessStep.Variable(name = "holdId", description = "Which hold"))
class EscalateHold implements JavaDelegate {

    private static final int URGENT = 90;

    @Override
    public void execute(DelegateExecution execution) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()) {
            tasks.setPriority(task.getId(), Math.max(task.getPriority(), URGENT));
            if (task.getAssignee() != null) {
                tasks.setAssignee(task.getId(), null);
            }
            tasks.addCandidateGroup(task.getId(), "directors");
        }
    }
}
