package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.fulfilment.Shortages;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The stock planner's form: what happens about what is missing, for all open lines and otherwise for single ones. */
@Component
class DecideShortageForm implements TaskForm {

    private final Shortages shortages;

    DecideShortageForm(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public String form() {
        return "fulfilment/decide-shortage";
    }

    @Override
    public Set<String> fields() {
        return ShortageFields.NAMES;
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (context.get("decideWithin") == null) {
            requireKnownToOlderModel(submitted);
        }
        shortages.check((String) context.get("orderNumber"), ShortageFields.decision(submitted));
    }

    /** An order that waited before shortages had a process of their own can only wait on or be given up whole. */
    private static void requireKnownToOlderModel(Map<String, Object> submitted) {
        Object decision = submitted.get("shortageDecision");
        if (!"WAIT".equals(decision) && !"SHORT_CLOSE".equals(decision)) {
            throw Problem.invalid(
                    "invalid-decision",
                    "shortageDecision",
                    "This order is older than these choices: wait on (WAIT) or give up all that is open (SHORT_CLOSE)");
        }
        if (FormText.text(submitted, "lines") != null) {
            throw Problem.invalid(
                    "invalid-decision", "lines", "This order is older than decisions by line: leave the lines out");
        }
    }
}
