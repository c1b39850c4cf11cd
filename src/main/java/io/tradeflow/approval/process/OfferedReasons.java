package io.tradeflow.approval.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.ReasonReaders;
import io.tradeflow.catalog.CostReaders;
import io.tradeflow.kernel.Actor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at the approval's task for whom it is offered to. */
@Component
class OfferedReasons implements ReasonReaders {

    private final TaskService tasks;

    OfferedReasons(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(Actor.Staff by, Approval approval) {
        return CostReaders.mayRead(by)
                || tasks
                        .createTaskQuery()
                        .taskDefinitionKey(DeputyLinks.TASK)
                        .processVariableValueEquals("approvalId", approval.id())
                        .active()
                        .list()
                        .stream()
                        .anyMatch(task -> isOfferedTo(by, task));
    }

    private boolean isOfferedTo(Actor.Staff by, Task task) {
        return by.userId().equals(task.getAssignee())
                || tasks.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> by.userId().equals(link.getUserId())
                                || link.getGroupId() != null && by.isIn(link.getGroupId()));
    }
}
