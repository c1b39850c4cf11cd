package io.tradeflow.payment;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;

/** Money is booked by finance and by the program's own steps. */
final class FinanceOnly {

    private static final String FINANCE = "finance";

    private FinanceOnly() {}

    /** @throws Problem {@code finance-only} */
    static void require(Actor by) {
        boolean allowed = by instanceof Actor.Program || by instanceof Actor.Staff staff && staff.isIn(FINANCE);
        if (!allowed) {
            throw Problem.forbidden("finance-only", "Payments are booked by finance");
        }
    }

    static boolean maySee(Actor by, String buyerCode) {
        return !(by instanceof Actor.BuyerUser buyer) || buyer.buyerCode().equals(buyerCode);
    }
}
