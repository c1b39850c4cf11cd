package io.tradeflow.payment;

import io.tradeflow.invoicing.NoteIssued;
import io.tradeflow.kernel.Money;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a credit note falls on the open items of one supply. Where its bill was revised there are two: the bill asked for the value and the revised
 * invoice for the tax, so each gives up its own; what one of them has not open any more, the other gives up.
 *
 * @param ofBill the part of the note that is what the bill asked for
 * @param ofRevised the part that is tax the revised invoice asked for; zero without one
 * @param openOfRevised zero without one
 */
record NoteShares(Money ofBill, Money ofRevised, Money openOfRevised) {

    /** What each of the two gives up; what is more than both have open stays to the buyer's credit. */
    record Taken(Money ofBill, Money ofRevised) {}

    /** @param open what is open of a revised invoice, by its number; empty where it asked for nothing besides the bill */
    static NoteShares of(NoteIssued.OfInvoice of, Function<String, Optional<Money>> open) {
        Money nothing = of.total().minus(of.total());
        Optional<Money> left = Optional.ofNullable(of.revised())
                .map(NoteIssued.Revised::number)
                .flatMap(open);
        Money tax = left.isEmpty() ? nothing : least(of.revised().tax(), of.total());
        return new NoteShares(of.total().minus(tax), tax, left.orElse(nothing));
    }

    Taken of(Money openOfBill) {
        Money bill = least(ofBill, openOfBill);
        Money revised = least(ofRevised, openOfRevised);
        Money rest = ofBill.plus(ofRevised).minus(bill).minus(revised);
        Money moreOfBill = least(rest, openOfBill.minus(bill));
        Money moreOfRevised = least(rest.minus(moreOfBill), openOfRevised.minus(revised));
        return new Taken(bill.plus(moreOfBill), revised.plus(moreOfRevised));
    }

    static Money least(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
