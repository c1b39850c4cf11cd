package io.tradeflow.dispatch;

/** The buyer did not take the goods from the carrier; they come back. {@code reason} as the carrier gave it, or null. */
public record ConsignmentRefused(String shipmentNumber, String dealNumber, String orderNumber, String reason) {}
