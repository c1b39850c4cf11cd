package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;

/**
 * What every acceptance has to pass, whichever way it came, after the quote's own rules and before it takes effect. Called in the
 * transaction of the acceptance with the quote locked. Later rooms implement it.
 */
public interface AcceptanceGate {

    /** @throws io.tradeflow.kernel.Problem where this actor may not answer quotes at all */
    void requireMayAnswer(Actor by);

    /**
     * Whether the acceptance takes effect now. If not, the quote stays open and whoever says so sees to it that it is accepted later.
     *
     * @throws io.tradeflow.kernel.Problem where it can neither take effect nor wait
     */
    boolean admits(Acceptance acceptance);
}
