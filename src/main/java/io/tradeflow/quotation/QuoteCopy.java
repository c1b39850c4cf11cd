package io.tradeflow.quotation;

import java.time.Instant;

/** A deal that was begun with the lines of another deal's quote; shown on both. */
public record QuoteCopy(
        String dealNumber,
        Kind kind,
        String fromDeal,
        String fromQuote,
        int fromRevision,
        String buyerCode,
        String fromBuyerCode,
        Instant begunAt,
        String begunBy) {

    /** Why the lines are taken over. */
    public enum Kind {
        /** For the same company or another one, whatever became of the first quote. */
        DUPLICATE,
        /** The same company is quoted anew after its quote was declined, expired or withdrawn. */
        REQUOTE
    }
}
