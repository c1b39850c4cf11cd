package io.tradeflow.amendment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sales desk's look at a change that the buyer wants. */
@Component
class CheckChangeForm implements TaskForm {

    private static final String DECISION = "changeDecision";
    private static final String NOTE = "changeNote";
    private static final int LONGEST_NOTE = 500;

    @Override
    public String form() {
        return "amendment/check-change";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, NOTE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object decision = submitted.get(DECISION);
        if (!"ACCEPT".equals(decision) && !"REFUSE".equals(decision)) {
            throw Problem.invalid("invalid-decision", DECISION, "Decide: let it go on (ACCEPT) or refuse it (REFUSE)");
        }
        Object note = submitted.get(NOTE);
        if (note != null && (!(note instanceof String text) || text.length() > LONGEST_NOTE)) {
            throw Problem.invalid("invalid-reason", NOTE, "A text of at most " + LONGEST_NOTE + " characters");
        }
        if ("REFUSE".equals(decision) && (note == null || note.toString().isBlank())) {
            throw Problem.invalid("reason-missing", NOTE, "Say why the order is not changed; the buyer is told");
        }
    }
}
