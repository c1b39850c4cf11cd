package io.tradeflow.dispatch;

/** The goods go on with another vehicle, or have their first one; published in the transaction that recorded it. */
public record VehicleChanged(String shipmentNumber) {}
