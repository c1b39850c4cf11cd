package io.tradeflow.dispatch;

/** Goods have left the books and are on their way; published in the transaction that booked it. */
public record GoodsDispatched(
        String shipmentNumber, String dealNumber, String orderNumber, String buyerName, String carrier) {}
