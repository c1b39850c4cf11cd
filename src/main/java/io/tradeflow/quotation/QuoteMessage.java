package io.tradeflow.quotation;

import java.time.Instant;

/**
 * One message of the discussion about a quote.
 *
 * @param revision the revision that was current for the writer
 * @param lineNo the line it is about, or null for the whole
 */
public record QuoteMessage(
        long id,
        String quoteNumber,
        int revision,
        Integer lineNo,
        Side side,
        String author,
        String text,
        Instant saidAt) {

    public enum Side {
        BUYER,
        SELLER
    }
}
