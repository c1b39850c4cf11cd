package io.tradeflow.ordering;

/** A change of the order has taken effect; what is still to be delivered may be more or less than before. */
public record OrderRevised(String dealNumber, String orderNumber, int revision) {}
