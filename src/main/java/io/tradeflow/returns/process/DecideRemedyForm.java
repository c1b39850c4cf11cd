package io.tradeflow.returns.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.returns.Returns;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the buyer gets for goods the carrier could not deliver. */
@Component
class DecideRemedyForm implements TaskForm {

    private final Returns returns;

    DecideRemedyForm(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String form() {
        return "returns/decide-remedy";
    }

    @Override
    public Set<String> fields() {
        return Set.of("remedy", "decisionNote");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (!Set.of("REPLACEMENT", "CREDIT").contains(String.valueOf(submitted.get("remedy")))) {
            throw Problem.invalid("invalid-decision", "remedy", "Decide: REPLACEMENT or CREDIT");
        }
        String note = SubmittedText.of(submitted, "decisionNote");
        if (note != null && note.length() > 500) {
            throw Problem.invalid("invalid-note", "decisionNote", "At most 500 characters");
        }
        returns.goodsReturn((String) context.get("returnNumber"));
    }
}
