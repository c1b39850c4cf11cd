package io.tradeflow.returns;

/** Goods of the order are owed once more, so it has to be fulfilled again. */
public record GoodsOwedAgain(String returnNumber, String dealNumber, String orderNumber) {}
