package io.tradeflow.dispatch;

/** The carrier cannot find the goods any more; nothing comes back. {@code reason} as the carrier gave it, or null. */
public record ConsignmentLost(String shipmentNumber, String dealNumber, String orderNumber, String reason) {}
