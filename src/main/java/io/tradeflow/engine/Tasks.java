package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** User tasks for our own pages and the API, with the same rights and the same checks as Tasklist. */
@Service
public class Tasks {

    /** Tasks assigned to this person or open to one of their groups; {@code dealNumber} may be null. Most urgent first. */
    public List<StaffTask> of(Actor.Staff by, String dealNumber, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.tradeflow.kernel.Problem not-found if there is none or it is not theirs */
    public StaffTask task(Actor.Staff by, String taskId) {
        throw new UnsupportedOperationException();
    }

    /** @throws io.tradeflow.kernel.Problem {@code task-taken} if somebody else was quicker */
    public StaffTask claim(Actor.Staff by, String taskId) {
        throw new UnsupportedOperationException();
    }

    public StaffTask unclaim(Actor.Staff by, String taskId) {
        throw new UnsupportedOperationException();
    }

    /** Completes the task with what the form would submit. @throws io.tradeflow.kernel.Problem as the form's check, or {@code task-taken} */
    public void complete(Actor.Staff by, String taskId, Map<String, Object> submitted) {
        throw new UnsupportedOperationException();
    }

    /** All open tasks of a deal, for the deal page: who holds it now. */
    public List<StaffTask> openTasksOfDeal(String dealNumber) {
        throw new UnsupportedOperationException();
    }
}
