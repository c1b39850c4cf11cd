package io.tradeflow.payment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form with which a write-off is approved or refused, by somebody else than who asked for it. */
@Component
class DecideWriteOffForm implements TaskForm {

    private static final String DECISION = "writeOffDecision";
    private static final String NOTE = "writeOffNote";
    private static final String REFUSE = "REFUSE";
    private static final int LONGEST_NOTE = 500;

    @Override
    public String form() {
        return "payment/decide-write-off";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, NOTE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (by.userId().equals(context.get("requester"))) {
            throw Problem.forbidden("own-write-off", "Somebody else decides about a write-off you asked for");
        }
        List<Violation> wrong = new ArrayList<>();
        Object decision = submitted.get(DECISION);
        if (!"APPROVE".equals(decision) && !REFUSE.equals(decision)) {
            wrong.add(new Violation(DECISION, "Approve or refuse"));
        }
        String note = submitted.get(NOTE) instanceof String text ? text.strip() : "";
        if (REFUSE.equals(decision) && note.isEmpty()) {
            wrong.add(new Violation(NOTE, "Say why the rest stays open"));
        } else if (note.length() > LONGEST_NOTE) {
            wrong.add(new Violation(NOTE, "At most " + LONGEST_NOTE + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("write-off-decision-invalid", "The decision is not complete", wrong);
        }
    }
}
