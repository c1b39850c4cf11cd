package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Tracking;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The dispatch desk has asked the carrier where an overdue consignment is. */
@Component
class ChaseConsignmentForm implements TaskForm {

    private static final int LONGEST_WAIT_DAYS = 60;

    private final Tracking tracking;
    private final Clock clock;

    ChaseConsignmentForm(Tracking tracking, Clock clock) {
        this.tracking = tracking;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "dispatch/chase";
    }

    @Override
    public Set<String> fields() {
        return ChaseFields.NAMES;
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (!ChaseFields.isWaiting(submitted)) {
            tracking.check((String) context.get("shipmentNumber"), ChaseFields.report(submitted));
            return;
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate until = ChaseFields.until(submitted);
        if (until == null || !until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_WAIT_DAYS))) {
            throw Problem.invalid(
                    "chase-invalid",
                    "The outcome is not complete",
                    List.of(new Violation(
                            ChaseFields.UNTIL,
                            "When is it expected now? A day after today, within " + LONGEST_WAIT_DAYS + " days")));
        }
    }
}
