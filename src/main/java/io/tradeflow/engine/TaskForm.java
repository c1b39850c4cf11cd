package io.tradeflow.engine;

import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;

/**
 * What a task form may submit and the rule it is checked by; one bean per form. The check runs when the task is completed, whoever
 * completes it and by whichever door (Tasklist, REST, pages), in the completing transaction.
 */
public interface TaskForm {

    /** The form's path below {@code forms/}, without ending, e.g. {@code approval/decide}. */
    String form();

    /** Names of the variables the form submits; any other is refused. */
    Set<String> fields();

    /**
     * @param submitted the values of {@link #fields()}, absent ones missing
     * @param context the task's process variables, read only
     * @throws io.tradeflow.kernel.Problem with a violation per wrong field
     */
    void check(Actor by, Map<String, Object> submitted, Map<String, Object> context);
}
