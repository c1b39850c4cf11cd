package io.tradeflow.approval;

import io.tradeflow.kernel.Actor;

/** Who is told why an approval is asked for: the reasons have margins and discounts in them. */
public interface ReasonReaders {

    /** Whether this person is shown margins anyway, or the open approval is offered to them. */
    boolean mayRead(Actor.Staff by, Approval approval);
}
