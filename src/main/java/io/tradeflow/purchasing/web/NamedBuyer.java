package io.tradeflow.purchasing.web;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;

/** Whose company a call is about: a buyer's user the own one, staff the one they name. */
final class NamedBuyer {

    static final String DESCRIPTION = "Code of the buyer; staff name it, a buyer's user has the own one";

    private NamedBuyer() {}

    /** @throws Problem {@code buyer-missing} */
    static String code(Actor by, String buyer) {
        if (by instanceof Actor.BuyerUser user && buyer == null) {
            return user.buyerCode();
        }
        if (buyer == null) {
            throw Problem.invalid("buyer-missing", "buyer", "Name the buyer whose people you mean");
        }
        return buyer;
    }
}
