package io.tradeflow.quotation;

import io.tradeflow.kernel.Actor;
import java.time.LocalDate;

/** A buyer's yes to exactly this content, before it takes effect. */
public record Acceptance(Actor by, Quote quote, String poNumber, LocalDate poDate) {}
