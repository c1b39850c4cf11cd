package io.tradeflow.approval.process;

import io.tradeflow.approval.WorkingTime;
import io.tradeflow.engine.ProcessStep;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Who took an approval and did nothing gives it back to the others. */
@Component("returnForgottenClaim")
@ProcessStep(
        label = "Return forgotten claim",
        description = "Gives the open approval back to its groups if one person has had it for too long.",
        inputs = {
            @ProcessStep.Variable(
                    name = "claimLasts",
                    description = "Working time a person may keep it as ISO 8601 duration, e.g. P1D")
        })
class ReturnForgottenClaim implements JavaDelegate {

    private final WorkingTime workingTime;
    private final Clock clock;

    ReturnForgottenClaim(WorkingTime workingTime, Clock clock) {
        this.workingTime = workingTime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Duration lasts = Duration.parse((String) execution.getVariable("claimLasts"));
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskAssigned()
                .list()) {
            Date since = (Date) tasks.getVariableLocal(task.getId(), NoteHolder.HELD_SINCE);
            // taken before it was noted since when: counts from now on
            if (since == null) {
                tasks.setVariableLocal(task.getId(), NoteHolder.HELD_SINCE, Date.from(clock.instant()));
            } else if (!clock.instant().isBefore(workingTime.after(since.toInstant(), lasts))) {
                tasks.setAssignee(task.getId(), null);
            }
        }
    }
}
