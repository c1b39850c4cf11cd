package io.tradeflow.ordering;

/**
 * What credit-reaction.dmn says to an order that is about to go on.
 *
 * @param holds whether somebody has to look before it does; else it goes on with a warning
 * @param need reason, words and who lets the order go
 */
public record CreditReaction(boolean holds, OrderHold.Need need) {}
