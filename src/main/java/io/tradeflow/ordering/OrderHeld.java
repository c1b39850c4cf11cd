package io.tradeflow.ordering;

/** Staff hold an order that is confirmed already; somebody has to let it go. */
public record OrderHeld(String dealNumber, String orderNumber, String buyerName, long holdId) {}
