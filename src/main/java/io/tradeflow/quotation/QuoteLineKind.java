package io.tradeflow.quotation;

/** Whether a line counts towards the totals or is shown apart to be chosen on acceptance. */
public enum QuoteLineKind {
    FIRM,
    OPTIONAL,
    /** Offered instead of another line. */
    ALTERNATIVE
}
