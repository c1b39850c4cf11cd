package io.tradeflow.party;

/** What customer-segment.dmn says of a buyer: the segment, and the price tier its lines are priced with. */
public record BuyerSegment(String segment, String priceTier) {}
