package io.tradeflow.dispatch;

import io.tradeflow.kernel.Actor;

/** A carrier has taken a shipment over; published in the transaction that recorded it. */
public record HandedOver(String shipmentNumber, HandOver handOver, Actor by) {}
