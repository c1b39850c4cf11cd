package io.tradeflow.quotation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The buyer took some lines, or options too: the acceptance of a revision with exactly those, which takes effect once we have approved it.
 *
 * @param revision the revision that was made of the choice
 * @param outcome null while it waits for us
 * @param outcomeNote why it could not be accepted, else null
 */
public record ChosenLines(
        String quoteNumber,
        int revision,
        String poNumber,
        LocalDate poDate,
        String chosenBy,
        Instant chosenAt,
        Outcome outcome,
        String outcomeNote) {

    public enum Outcome {
        ACCEPTED,
        /** The buyer's own company decides first; the revision is open to the buyer. */
        OPEN,
        /** It could not be accepted any more; the revision is open to the buyer. */
        REFUSED
    }
}
