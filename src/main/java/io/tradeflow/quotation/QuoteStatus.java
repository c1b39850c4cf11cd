package io.tradeflow.quotation;

/** DRAFT until sent; SENT is frozen and open to the buyer; the rest is over. */
public enum QuoteStatus {
    DRAFT,
    SENT,
    SUPERSEDED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
}
