package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** User tasks for our own pages and the API, with the same rights and the same checks as Tasklist. */
@Service
public class Tasks {

    private static final int LARGEST_PAGE = 200;

    private final TaskService tasks;
    private final DoneTasks doneTasks;
    private final IdentityService identity;
    private final OpenTasks openTasks;
    private final TaskForms forms;
    private final TransactionTemplate transaction;

    Tasks(
            TaskService tasks,
            DoneTasks doneTasks,
            IdentityService identity,
            OpenTasks openTasks,
            TaskForms forms,
            PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.doneTasks = doneTasks;
        this.identity = identity;
        this.openTasks = openTasks;
        this.forms = forms;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Tasks assigned to this person or open to one of their groups; {@code dealNumber} may be null. Most urgent first: by priority, then
     * by due date, then by age.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<StaffTask> of(Actor.Staff by, String dealNumber, int page, int size) {
        TaskQuery query = tasks.createTaskQuery().or().taskAssignee(by.userId()).taskCandidateUser(by.userId());
        if (!by.groups().isEmpty()) {
            query = query.taskCandidateGroupIn(new ArrayList<>(by.groups()));
        }
        query = query.endOr().active();
        if (dealNumber != null) {
            query = query.processInstanceBusinessKey(dealNumber);
        }
        int limit = Math.min(Math.max(size, 1), LARGEST_PAGE);
        return openTasks.describe(mostUrgentFirst(query).listPage(Math.max(page, 0) * limit, limit));
    }

    /** @throws Problem not-found if there is none or it is not theirs */
    public StaffTask task(Actor.Staff by, String taskId) {
        StaffTask found = openTasks
                .find(taskId)
                .flatMap(task -> openTasks.describe(List.of(task)).stream().findFirst())
                .orElse(null);
        if (found == null || !concerns(by, found)) {
            throw TaskProblems.notFound(taskId);
        }
        return found;
    }

    /** Takes the task; taking one's own again changes nothing. @throws Problem {@code task-taken} if somebody else was quicker */
    public StaffTask claim(Actor.Staff by, String taskId) {
        return change(() -> {
            StaffTask task = mineOrFree(by, taskId);
            if (task.assignee() == null) {
                as(by, () -> tasks.claim(taskId, by.userId()));
            }
            return task(by, taskId);
        });
    }

    /** Gives the task back to its groups. @throws Problem {@code task-taken} if it is somebody else's */
    public StaffTask unclaim(Actor.Staff by, String taskId) {
        return change(() -> {
            StaffTask task = mineOrFree(by, taskId);
            if (task.assignee() != null) {
                as(by, () -> tasks.setAssignee(taskId, null));
            }
            return task(by, taskId);
        });
    }

    /**
     * Completes the task with what the form would submit; one nobody has taken is taken by that.
     *
     * @param submitted plain values by field name; decimals are kept as text
     * @throws Problem as the form's check, {@code form-refused} for what the form does not have, or {@code task-taken}
     */
    public void complete(Actor.Staff by, String taskId, Map<String, Object> submitted) {
        change(() -> {
            StaffTask task = mineOrFree(by, taskId);
            Map<String, Object> accepted = forms.accept(task.form(), submitted);
            as(by, () -> {
                if (task.assignee() == null) {
                    tasks.claim(taskId, by.userId());
                }
                tasks.complete(taskId, accepted);
            });
            return null;
        });
    }

    /** All open tasks of a deal, for the deal page: who holds it now. */
    public List<StaffTask> openTasksOfDeal(String dealNumber) {
        return openTasks.describe(mostUrgentFirst(tasks.createTaskQuery()
                        .processInstanceBusinessKey(dealNumber)
                        .active())
                .list());
    }

    private static TaskQuery mostUrgentFirst(TaskQuery query) {
        return query.initializeFormKeys()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    private static boolean concerns(Actor.Staff by, StaffTask task) {
        return by.userId().equals(task.assignee())
                || task.candidateUsers().contains(by.userId())
                || task.candidateGroups().stream().anyMatch(by::isIn);
    }

    /** The task, held until the transaction ends so that of two people the second sees what the first did. */
    private StaffTask mineOrFree(Actor.Staff by, String taskId) {
        if (!openTasks.hold(taskId)) {
            throw doneTasks.gone(taskId);
        }
        StaffTask task = task(by, taskId);
        if (task.assignee() != null && !task.assignee().equals(by.userId())) {
            throw TaskProblems.taken(task.assignee());
        }
        return task;
    }

    /** In one transaction. Losing a race against somebody who works elsewhere in the same deal is no reason to give up. */
    private StaffTask change(Supplier<StaffTask> work) {
        int tries = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : LostRaces.TRIES;
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RefusedSubmission refused) {
                throw refused.problem();
            } catch (OptimisticLockingException | ConcurrencyFailureException lost) {
                if (attempt >= tries) {
                    throw TaskProblems.busy();
                }
            }
        }
    }

    /** As that person: the engine checks their rights once more and keeps who did it. */
    private void as(Actor.Staff by, Runnable work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(by.userId(), new ArrayList<>(by.groups()));
        try {
            work.run();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
