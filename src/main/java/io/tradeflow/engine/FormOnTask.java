package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Sits on every user task that has a form. When the task opens, answers an earlier task left under the form's names are forgotten, so
 * that only what is submitted now can count. When it is completed, by whichever door, the form's rule decides.
 */
class FormOnTask implements TaskListener {

    private final String path;
    private final TaskForms forms;
    private final StaffDirectory staff;

    FormOnTask(String path, TaskForms forms, StaffDirectory staff) {
        this.path = path;
        this.forms = forms;
        this.staff = staff;
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            forms.find(path).ifPresent(form -> task.removeVariables(form.fields()));
        } else {
            complete(task);
        }
    }

    private void complete(DelegateTask task) {
        try {
            TaskForm form = forms.require(path);
            Actor by = actor(task);
            Map<String, Object> context = new HashMap<>(task.getVariables());
            Map<String, Object> submitted = takeOut(form.fields(), context);
            form.check(by, Collections.unmodifiableMap(submitted), Collections.unmodifiableMap(context));
        } catch (Problem refused) {
            throw new RefusedSubmission(refused);
        }
    }

    private Actor actor(DelegateTask task) {
        Authentication signedIn =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (signedIn == null) {
            return Actor.PROGRAM;
        }
        String userId = signedIn.getUserId();
        if (task.getAssignee() == null) {
            task.setAssignee(userId);
        } else if (!task.getAssignee().equals(userId)) {
            throw TaskProblems.taken(task.getAssignee());
        }
        return staff.find(userId)
                .orElseThrow(() -> Problem.forbidden("staff-only", userId + " is not a member of staff"));
    }

    private static Map<String, Object> takeOut(Set<String> fields, Map<String, Object> variables) {
        Map<String, Object> submitted = new HashMap<>();
        for (String field : fields) {
            Object value = variables.remove(field);
            if (value != null) {
                submitted.put(field, value);
            }
        }
        return submitted;
    }
}
