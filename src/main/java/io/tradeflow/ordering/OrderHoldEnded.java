package io.tradeflow.ordering;

/** A hold of an order is over. {@code orderFree} says whether none is left and the order still stands. */
public record OrderHoldEnded(String dealNumber, String orderNumber, long holdId, boolean orderFree) {}
