package io.tradeflow.quotation;

import java.time.Instant;

/**
 * What somebody with the mailed link sees: the revision the link was made for, as its buyer may see it.
 *
 * @param answer what was answered with this link, or null
 * @param usedBy who says to have answered, or null
 */
public record LinkedQuote(Quote quote, String recipient, State state, Answer answer, String usedBy, Instant usedAt) {

    /** Whether the link can still be answered with, and if not, why. */
    public enum State {
        OPEN,
        USED,
        EXPIRED,
        SUPERSEDED,
        /** Answered in another way, or taken back. */
        OVER
    }

    /** What can be answered with a link. */
    public enum Answer {
        ACCEPTED,
        DECLINED,
        CHANGE
    }

    /** Whoever answers: the name they typed and the network address they came from. */
    public record Person(String name, String address) {}
}
