package io.tradeflow.inventory.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Operations look at balances that do not agree: repair them with a reason, or have them checked again. */
@Component
class RepairStockForm implements TaskForm {

    private static final String DECISION = "repairDecision";
    private static final String REASON = "repairReason";
    private static final int LONGEST_REASON = 500;

    @Override
    public String form() {
        return "inventory/repair";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, REASON);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object decision = submitted.get(DECISION);
        if (!"REPAIR".equals(decision) && !"LOOK_AGAIN".equals(decision)) {
            throw Problem.invalid(
                    "invalid-decision", DECISION, "Decide: repair the books (REPAIR) or look again (LOOK_AGAIN)");
        }
        Object reason = submitted.get(REASON);
        String text = reason == null ? "" : reason.toString();
        if ("REPAIR".equals(decision) && text.isBlank()) {
            throw Problem.invalid("reason-missing", REASON, "Say why the books did not agree and are repaired");
        }
        if (text.length() > LONGEST_REASON) {
            throw Problem.invalid("invalid-reason", REASON, "At most " + LONGEST_REASON + " characters");
        }
    }
}
