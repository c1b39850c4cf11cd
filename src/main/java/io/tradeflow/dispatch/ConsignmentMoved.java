package io.tradeflow.dispatch;

/** Something was reported that may change what is to be done about a consignment. */
public record ConsignmentMoved(String shipmentNumber, String dealNumber) {}
