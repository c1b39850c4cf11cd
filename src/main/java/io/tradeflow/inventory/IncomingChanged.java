package io.tradeflow.inventory;

import java.util.Set;

/** What is to come of these SKUs has become more or less, or has another date: promises that rest on it may change. */
public record IncomingChanged(Set<String> skus) {}
