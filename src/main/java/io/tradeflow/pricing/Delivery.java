package io.tradeflow.pricing;

import io.tradeflow.kernel.Address;

/** From where to where the goods of a document travel, and how. */
public record Delivery(ShippingCharges.Mode mode, String fromStateCode, Address to) {}
