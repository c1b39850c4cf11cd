package io.tradeflow.quotation.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.inquiry.LostReasons;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sales desk's form for a quote that came back: submit again or withdraw. */
@Component
class ReworkForm implements TaskForm {

    private static final String DECISION = "reworkDecision";
    private static final String LOST_REASON = "lostReason";
    private static final String LOST_NOTE = "lostNote";
    private static final Set<String> DECISIONS = Set.of("RESUBMIT", "WITHDRAW");

    private final LostReasons reasons;

    ReworkForm(LostReasons reasons) {
        this.reasons = reasons;
    }

    @Override
    public String form() {
        return "quotation/rework";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, LOST_REASON, LOST_NOTE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (!(submitted.get(DECISION) instanceof String decision) || !DECISIONS.contains(decision)) {
            throw Problem.invalid(
                    "invalid-decision", DECISION, "Decide: submit again (RESUBMIT) or withdraw (WITHDRAW)");
        }
        boolean said = submitted.get(LOST_NOTE) instanceof String note && !note.isBlank();
        if ("WITHDRAW".equals(decision) && said && !(submitted.get(LOST_REASON) instanceof String)) {
            throw Problem.invalid("lost-reason-unknown", LOST_REASON, "Choose why the deal is lost");
        }
        if ("WITHDRAW".equals(decision) && submitted.get(LOST_REASON) instanceof String reason && !reason.isBlank()) {
            reasons.requireOffered(by, reason);
        }
    }
}
