package io.tradeflow.ordering;

import io.tradeflow.kernel.Actor;

/**
 * What of the order has not been picked is cancelled; what is picked, has left or is invoiced goes on. Listeners give goods back and give up
 * what is open, in the same transaction.
 */
public record OrderRestCancelled(String dealNumber, String orderNumber, String reason, Actor by) {}
