package io.tradeflow.returns.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.returns.Returns;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether goods may come back; a refusal gives its reason. */
@Component
class ApproveReturnForm implements TaskForm {

    private final Returns returns;

    ApproveReturnForm(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String form() {
        return "returns/approve";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "decisionNote");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object decision = submitted.get("decision");
        if (!Set.of("APPROVED", "REFUSED").contains(String.valueOf(decision))) {
            throw Problem.invalid("invalid-decision", "decision", "Decide: APPROVED or REFUSED");
        }
        String note = SubmittedText.of(submitted, "decisionNote");
        if (note != null && note.length() > 500) {
            throw Problem.invalid("invalid-note", "decisionNote", "At most 500 characters");
        }
        returns.checkDecision("APPROVED".equals(decision), note);
    }
}
