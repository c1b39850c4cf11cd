package io.tradeflow.ordering;

/** The order is cancelled: what is allocated for it goes back; a listener that already dispatched goods throws a Problem. */
public record OrderCancelled(String dealNumber, String orderNumber) {}
