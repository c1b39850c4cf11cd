package io.tradeflow.credit;

/**
 * What is owed for an order is about to move, and its buyer's account to be held until the transaction ends. Whoever keeps locks of the
 * order's own takes them on hearing this: all transactions then take them before the account, and none waits for another in a circle.
 */
public record AccountMoves(String orderNumber) {}
