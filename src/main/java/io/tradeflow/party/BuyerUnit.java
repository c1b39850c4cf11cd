package io.tradeflow.party;

/** A department or site of a buyer; {@code parentId} is null at the top. */
public record BuyerUnit(long id, String buyerCode, String name, Long parentId) {}
