package io.tradeflow.inventory;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;

/** Who decides which order gets stock first. */
final class PlannersOnly {

    private static final String PLANNERS = "stock-planners";

    private PlannersOnly() {}

    static boolean admits(Actor by) {
        return by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn(PLANNERS);
    }

    /** @throws Problem {@code planners-only} */
    static void require(Actor by) {
        if (!admits(by)) {
            throw Problem.forbidden("planners-only", "Stock planners decide which order gets stock first");
        }
    }
}
