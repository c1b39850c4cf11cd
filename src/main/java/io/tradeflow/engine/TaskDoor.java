package io.tradeflow.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the REST that Tasklist uses. Through it a task may be claimed for oneself, given back, commented on and completed with
 * the fields of its form; everything else the engine offers there (variables, assigning to others, BPMN errors) is for operations.
 */
class TaskDoor extends OncePerRequestFilter {

    private static final int LARGEST_BODY = 1 << 20;
    private static final Set<String> SUBMITTING = Set.of("submit-form", "complete", "resolve");
    private static final Set<String> FREE_HANDED = Set.of(Roles.OPERATIONS, Roles.ADMINISTRATORS);

    private final TaskForms forms;
    private final OpenTasks openTasks;
    private final DoneTasks doneTasks;
    private final ObjectMapper json;

    TaskDoor(TaskForms forms, OpenTasks openTasks, DoneTasks doneTasks, ObjectMapper json) {
        this.forms = forms;
        this.openTasks = openTasks;
        this.doneTasks = doneTasks;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TaskAction> action = TaskAction.of(request);
        Optional<Actor.Staff> by = WebAppSignOn.staff();
        if (action.isEmpty() || by.isEmpty()) {
            // Nothing is changed, or the sign-on in front has refused already.
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        try {
            check(by.get(), action.get(), WebAppSubmission.read(json, body));
        } catch (Problem refused) {
            refuse(response, refused);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private void check(Actor.Staff by, TaskAction action, WebAppSubmission submission) {
        if (SUBMITTING.contains(action.name())) {
            Task task = openTasks.find(action.taskId()).orElseThrow(() -> doneTasks.gone(action.taskId()));
            forms.accept(TaskForms.path(task.getFormKey()).orElse(null), submission.variables());
            return;
        }
        if (FREE_HANDED.stream().noneMatch(by::isIn)) {
            checkOrdinary(by, action, submission);
        }
    }

    private void checkOrdinary(Actor.Staff by, TaskAction action, WebAppSubmission submission) {
        switch (action.name()) {
            case "comment/create" -> {
                // The engine asks for the right to the task.
            }
            case "claim" -> {
                if (!by.userId().equals(submission.userId())) {
                    throw Problem.forbidden("not-for-others", "A task can only be claimed for oneself.");
                }
            }
            case "unclaim" ->
                openTasks.find(action.taskId()).ifPresent(task -> {
                    if (task.getAssignee() != null && !task.getAssignee().equals(by.userId())) {
                        throw TaskProblems.taken(task.getAssignee());
                    }
                });
            default -> throw Problem.forbidden("operations-only", "Only operations may do that to a task.");
        }
    }

    /** As the engine's own REST words an error; Tasklist shows the message and stays signed in. */
    private void refuse(HttpServletResponse response, Problem refused) throws IOException {
        boolean forbidden = refused.kind() == Problem.Kind.FORBIDDEN;
        response.setStatus(forbidden ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(
                response.getOutputStream(),
                Map.of("type", "InvalidRequestException", "message", RefusedSubmission.sentence(refused)));
    }
}
