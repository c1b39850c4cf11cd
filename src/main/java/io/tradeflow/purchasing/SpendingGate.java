package io.tradeflow.purchasing;

import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.BuyerRole;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Acceptance;
import io.tradeflow.quotation.AcceptanceGate;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets a buyer's user accept within the limits, reserving the amount, and opens the company's own approval for what goes over. Staff with the
 * company's purchase order in hand pass: the order is the company's decision.
 */
@Component
class SpendingGate implements AcceptanceGate {

    private final BuyerPeople people;
    private final Parties parties;
    private final SpendingBook book;
    private final PurchaseOpening opening;

    SpendingGate(BuyerPeople people, Parties parties, SpendingBook book, PurchaseOpening opening) {
        this.people = people;
        this.parties = parties;
        this.book = book;
        this.opening = opening;
    }

    @Override
    public void requireMayAnswer(Actor by) {
        if (by instanceof Actor.BuyerUser user && !people.mayAnswer(user)) {
            throw Problem.forbidden(
                    "may-not-answer", "You may read quotes but not answer them; ask an administrator of your company");
        }
    }

    @Override
    public boolean admits(Acceptance acceptance) {
        if (!(acceptance.by() instanceof Actor.BuyerUser user)) {
            return true;
        }
        Quote quote = acceptance.quote();
        Optional<BuyerPerson> known = people.find(user);
        if (opening.isApproved(acceptance)) {
            known.ifPresent(person -> book.reserveApproved(person.userId(), quote));
            return true;
        }
        known.ifPresent(person -> book.lock(person.userId(), quote.currency()));
        BuyerPerson person = known.orElseGet(() -> stranger(user));
        Money used = book.used(person.userId(), quote.currency());
        Optional<Exceeded> exceeded = SpendingRule.exceeded(
                person, quote.grandTotal(), parties.buyer(quote.buyerCode()).currency());
        if (exceeded.isEmpty() && (known.isEmpty() || book.reserve(person, quote))) {
            return true;
        }
        opening.open(acceptance, person, exceeded.orElse(Exceeded.MONTH), used);
        return false;
    }

    /** Somebody without a sign-in, with a link for example, decides alone only where nobody of the company has a limit. */
    private BuyerPerson stranger(Actor.BuyerUser user) {
        boolean limited = people.of(user.buyerCode()).stream().anyMatch(BuyerPerson::hasLimit);
        return new BuyerPerson(
                user.userId(),
                user.name(),
                user.buyerCode(),
                Set.of(BuyerRole.BUYER),
                true,
                null,
                null,
                limited ? BigDecimal.ZERO : null,
                null);
    }
}
