package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Shortfalls;
import io.tradeflow.fulfilment.Shortfalls.Decision;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The stock planner's form where less was picked or passed than planned: pick again, ship what is there, or give all back. */
@Component
class DecideShortPickForm implements TaskForm {

    private static final String DECISION = "shortPickDecision";
    private static final String NOTE = "shortPickNote";

    private final Shortfalls shortfalls;

    DecideShortPickForm(Shortfalls shortfalls) {
        this.shortfalls = shortfalls;
    }

    @Override
    public String form() {
        return "fulfilment/decide-short-pick";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, NOTE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Decision decision = Arrays.stream(Decision.values())
                .filter(one -> one.name().equals(submitted.get(DECISION)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "invalid-decision",
                        DECISION,
                        "Decide: pick other goods (RE_PICK), ship what is there (SPLIT) or give all back (BACKORDER)"));
        shortfalls.check((String) context.get("shipmentNumber"), decision, FormText.text(submitted, NOTE));
    }
}
