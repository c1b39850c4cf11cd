package io.tradeflow.fulfilment;

/** A shipment that nobody has begun to pick does not leave; its process gives its goods back at once, or the withdrawal is refused. */
public record ShipmentWithdrawn(String dealNumber, String shipmentNumber) {}
