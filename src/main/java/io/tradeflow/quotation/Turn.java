package io.tradeflow.quotation;

/** Whose move it is in the negotiation of a quote: only that side changes or answers it. Both may write messages at any time. */
public enum Turn {
    /** A draft is worked on: the first one, or the answer to what the buyer said. */
    SELLER,
    /** A revision is sent and valid. */
    BUYER,
    /** It is settled: accepted, declined, expired or taken back. */
    NOBODY
}
