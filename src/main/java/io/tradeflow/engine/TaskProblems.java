package io.tradeflow.engine;

import io.tradeflow.kernel.Problem;

/** The refusals all doors to a task share. */
final class TaskProblems {

    private TaskProblems() {}

    static Problem taken(String assignee) {
        return Problem.conflict("task-taken", "Task already taken", "This task is with " + assignee + " now.");
    }

    static Problem done(String who, String time) {
        return Problem.conflict("task-taken", "Task already done", "Already decided by " + who + " at " + time + ".");
    }

    static Problem noLongerNeeded() {
        return Problem.conflict(
                "task-taken",
                "Task no longer needed",
                "This task is no longer needed: what it was about has changed or was decided otherwise.");
    }

    static Problem busy() {
        return Problem.conflict(
                "task-taken", "Task is being changed", "Somebody else is working on this right now. Please try again.");
    }

    static Problem notFound(String taskId) {
        return Problem.notFound("task", taskId);
    }
}
