package io.tradeflow.inventory;

import java.time.Instant;
import java.util.List;

/** A look for stock: when, what it brought, and the ways that were compared, the chosen one first. */
public record AllocationRun(Instant at, Allocations.Outcome outcome, List<RoutingOption> options) {}
