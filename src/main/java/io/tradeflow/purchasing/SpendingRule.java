package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import java.util.Optional;

/** Which limit an order goes over, apart from the month's, which only the book can tell. */
final class SpendingRule {

    private SpendingRule() {}

    /** @param limitCurrency the buyer's, in which limits are */
    static Optional<Exceeded> exceeded(BuyerPerson person, Money total, String limitCurrency) {
        if (person.hasLimit() && !total.currency().getCurrencyCode().equals(limitCurrency)) {
            return Optional.of(Exceeded.CURRENCY);
        }
        boolean over = person.orderLimit() != null && total.amount().compareTo(person.orderLimit()) > 0;
        return over ? Optional.of(Exceeded.ORDER) : isZero(person) ? Optional.of(Exceeded.MONTH) : Optional.empty();
    }

    /** A limit of zero lets everything be approved, even what costs nothing. */
    private static boolean isZero(BuyerPerson person) {
        return person.orderLimit() != null && person.orderLimit().signum() == 0
                || person.monthLimit() != null && person.monthLimit().signum() == 0;
    }
}
