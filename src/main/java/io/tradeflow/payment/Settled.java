package io.tradeflow.payment;

import io.tradeflow.kernel.Money;

/** How much of an open item is settled in which way; never negative. */
public record Settled(Money paid, Money tds, Money writtenOff, Money credited, Money discounted, Money cancelled) {

    public Money total() {
        return paid.plus(tds).plus(writtenOff).plus(credited).plus(discounted).plus(cancelled);
    }
}
