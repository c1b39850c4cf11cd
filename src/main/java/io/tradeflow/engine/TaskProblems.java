package io.tradeflow.engine;

import io.tradeflow.kernel.Problem;

/** The refusals all doors to a task share. */
final class TaskProblems {

    private TaskProblems() {}

    static Problem taken(String assignee) {
        return Problem.conflict("task-taken", "Task already taken", "This task is with " + assignee + " now.");
    }

    static Problem done() {
        return Problem.conflict("task-taken", "Task already done", "Somebody else has completed this task.");
    }

    static Problem busy() {
        return Problem.conflict(
                "task-taken", "Task is being changed", "Somebody else is working on this right now. Please try again.");
    }

    static Problem notFound(String taskId) {
        return Problem.notFound("task", taskId);
    }
}
