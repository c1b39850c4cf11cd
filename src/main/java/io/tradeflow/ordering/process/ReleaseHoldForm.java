package io.tradeflow.ordering.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.OrderHolds;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form with which a held order is let go. */
@Component
class ReleaseHoldForm implements TaskForm {

    private static final String REASON = "releaseReason";

    private final OrderHolds holds;

    ReleaseHoldForm(OrderHolds holds) {
        this.holds = holds;
    }

    @Override
    public String form() {
        return "ordering/release-hold";
    }

    @Override
    public Set<String> fields() {
        return Set.of(REASON);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (!(submitted.get(REASON) instanceof String reason)) {
            throw Problem.invalid("reason-missing", REASON, "Say why the order may go on");
        }
        holds.checkRelease(by, (Long) context.get("holdId"), reason);
    }
}
