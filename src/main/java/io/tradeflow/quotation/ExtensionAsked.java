package io.tradeflow.quotation;

import java.time.Instant;
import java.time.LocalDate;

/** The buyer wants a longer validity of a quote that is still open. */
public record ExtensionAsked(
        String dealNumber,
        String quoteNumber,
        String buyerName,
        long requestId,
        LocalDate wantedUntil,
        Instant validityEnds) {}
