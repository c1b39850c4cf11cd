package io.tradeflow.inquiry;

import java.time.Instant;

/** One line of a deal's timeline. */
public record DealEntry(Instant at, String fact, String documentNumber, String by, boolean forBuyer) {}
