package io.tradeflow.accounting;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;

/** The accounts are read and kept by finance alone. */
final class FinanceOnly {

    private static final String FINANCE = "finance";

    private FinanceOnly() {}

    /** @throws Problem {@code finance-only} */
    static void require(Actor by) {
        if (!admits(by)) {
            throw Problem.forbidden("finance-only", "Returns, register and journal are kept by finance");
        }
    }

    static boolean admits(Actor by) {
        return by instanceof Actor.Staff person && person.isIn(FINANCE);
    }
}
