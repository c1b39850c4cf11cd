package io.tradeflow.ordering;

/** Part of the order will not be delivered; what was to be delivered may be complete by that. */
public record OrderShortClosed(String dealNumber, String orderNumber) {}
