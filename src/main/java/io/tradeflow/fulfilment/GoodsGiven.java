package io.tradeflow.fulfilment;

/** A planner has given the deal's order goods out of turn: its process may ship them. */
public record GoodsGiven(String dealNumber) {}
