package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component("escalateNoteApproval")
@ProcessStep(
        label = "Escalate approval of the note",
        description =
                "Offers the open decision about a note to the directors as well, moves it up in the lists and ends a claim that led to nothing.",
        inputs = @Variable(name = "noteDraft", description = "Number of the draft"))
class EscalateNoteApproval implements JavaDelegate {

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
