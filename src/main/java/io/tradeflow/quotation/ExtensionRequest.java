package io.tradeflow.quotation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The buyer asks for a longer validity of a quote that is sent, or asks for a new one where it is over.
 *
 * @param outcome null while nobody has decided
 * @param grantedUntil last day of validity of the revision that grants it, else null
 */
public record ExtensionRequest(
        long id,
        String quoteNumber,
        int revision,
        LocalDate wantedUntil,
        String reason,
        Instant askedAt,
        String askedBy,
        Outcome outcome,
        LocalDate grantedUntil,
        String decidedBy,
        String decisionNote) {

    public enum Outcome {
        GRANTED,
        REFUSED,
        /** The quote was answered or its validity ended before anybody decided. */
        OVER
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
