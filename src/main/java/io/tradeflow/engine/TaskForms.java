package io.tradeflow.engine;

import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rules of all task forms, found by the form's path, and what may be submitted at all. */
@Component
class TaskForms {

    private static final Pattern EMBEDDED =
            Pattern.compile("embedded:(?:app:|deployment:)?/?forms/(.+)\\.html(?:\\?.*)?");

    /** The engine stores longer text only as an object. */
    private static final int LONGEST_TEXT = 4000;

    private static final String REFUSED = "form-refused";

    private final ObjectProvider<TaskForm> beans;
    private volatile Map<String, TaskForm> byPath;

    /** The forms are looked up late: their rooms use the engine, which is not there yet when it reads its first models. */
    TaskForms(ObjectProvider<TaskForm> beans) {
        this.beans = beans;
    }

    /** @return {@code approval/decide} for {@code embedded:/forms/approval/decide.html}, empty for no or another kind of form */
    static Optional<String> path(String formKey) {
        if (formKey == null) {
            return Optional.empty();
        }
        Matcher matcher = EMBEDDED.matcher(formKey.trim());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    Optional<TaskForm> find(String path) {
        return Optional.ofNullable(all().get(path));
    }

    /** @throws Problem {@code form-without-rule} where nobody wrote down what the form may submit */
    TaskForm require(String path) {
        return find(path)
                .orElseThrow(() -> Problem.conflict(
                        "form-without-rule",
                        "Form without a rule",
                        "The form " + path + " has no rule for what it may submit, so this task cannot be completed."
                                + " Please tell operations."));
    }

    /**
     * Takes what somebody wants to submit: only the form's fields, only plain values.
     *
     * @param path the form, or null for a task without one, which takes nothing
     * @return the values as the engine keeps them: decimals as text, absent for null
     * @throws Problem {@code form-refused} with a violation per field
     */
    Map<String, Object> accept(String path, Map<String, ?> submitted) {
        Set<String> fields = path == null ? Set.of() : require(path).fields();
        List<Problem.Violation> violations = new ArrayList<>();
        Map<String, Object> accepted = new HashMap<>();
        submitted.forEach((name, value) -> {
            if (!fields.contains(name)) {
                violations.add(new Problem.Violation(name, "The form has no field " + name));
            } else if (!isPlain(value)) {
                violations.add(new Problem.Violation(
                        name,
                        name + " must be text of at most " + LONGEST_TEXT + " characters, a number, true or false"));
            } else if (value != null) {
                accepted.put(name, asKept(value));
            }
        });
        if (!violations.isEmpty()) {
            throw Problem.invalid(REFUSED, "The form cannot be submitted like this", violations);
        }
        return accepted;
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date
                || value instanceof String text && text.length() <= LONGEST_TEXT;
    }

    /** Decimals become text: the engine would keep a BigDecimal as an opaque object, and a double is no decimal. */
    private static Object asKept(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value instanceof BigInteger integer ? integer.toString() : value;
    }

    private Map<String, TaskForm> all() {
        if (byPath == null) {
            Map<String, TaskForm> found = new HashMap<>();
            beans.forEach(form -> {
                TaskForm other = found.put(form.form(), form);
                if (other != null) {
                    throw new IllegalStateException("Two rules for the form " + form.form() + ": " + form.getClass()
                            + " and " + other.getClass());
                }
            });
            byPath = Map.copyOf(found);
        }
        return byPath;
    }
}
