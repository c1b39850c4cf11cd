package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import java.math.BigDecimal;
import java.util.Optional;

/** Which limit an order goes over, apart from the month's, which only the book can tell. */
final class SpendingRule {

    private SpendingRule() {}

    /** @param limitCurrency the buyer's, in which limits are */
    static Optional<Exceeded> exceeded(BuyerPerson person, Money total, String limitCurrency) {
        if (person.hasLimit() && !total.currency().getCurrencyCode().equals(limitCurrency)) {
            return Optional.of(Exceeded.CURRENCY);
        }
        if (isOver(person.orderLimit(), total)) {
            return Optional.of(Exceeded.ORDER);
        }
        boolean nothingAlone =
                person.monthLimit() != null && person.monthLimit().signum() == 0;
        return nothingAlone ? Optional.of(Exceeded.MONTH) : Optional.empty();
    }

    /** A limit of zero lets everything be approved, even what costs nothing. */
    private static boolean isOver(BigDecimal limit, Money total) {
        return limit != null && (limit.signum() == 0 || total.amount().compareTo(limit) > 0);
    }
}
