package io.tradeflow.inventory;

/** Nothing is kept for the deal any more: its order has its allocation, or it needs none, or something newer takes its place. */
public record StockHoldOver(String dealNumber) {}
