package io.tradeflow.ordering;

/**
 * A hold of an order is over.
 *
 * @param byTask whether its own task was completed, so that nobody has to be called off
 * @param orderFree whether none is left and the order still stands
 */
public record OrderHoldEnded(String dealNumber, String orderNumber, long holdId, boolean byTask, boolean orderFree) {}
