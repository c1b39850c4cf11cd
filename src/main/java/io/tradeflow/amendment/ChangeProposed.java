package io.tradeflow.amendment;

/** A change of an order waits to be checked and approved. */
public record ChangeProposed(
        String dealNumber, String orderNumber, String changeNumber, String buyerName, boolean byBuyer) {}
