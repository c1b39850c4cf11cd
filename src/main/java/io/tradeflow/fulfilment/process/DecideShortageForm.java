package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The stock planner's form: wait on, or give up on what is open, with a reason. */
@Component
class DecideShortageForm implements TaskForm {

    private static final String DECISION = "shortageDecision";
    private static final String REASON = "reason";
    private static final String WAIT = "WAIT";
    private static final String SHORT_CLOSE = "SHORT_CLOSE";
    private static final int LONGEST_REASON = 500;

    @Override
    public String form() {
        return "fulfilment/decide-shortage";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, REASON);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object decision = submitted.get(DECISION);
        if (!WAIT.equals(decision) && !SHORT_CLOSE.equals(decision)) {
            throw Problem.invalid(
                    "invalid-decision", DECISION, "Decide: wait on (WAIT) or give up on what is open (SHORT_CLOSE)");
        }
        String reason = FormText.text(submitted, REASON);
        if (SHORT_CLOSE.equals(decision) && reason == null) {
            throw Problem.invalid("reason-missing", REASON, "Say why the rest is not delivered; the buyer is told");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw Problem.invalid("invalid-reason", REASON, "At most " + LONGEST_REASON + " characters");
        }
    }
}
