package io.tradeflow.pricing;

/** What saving a price row would do. */
public enum PriceNovelty {
    /** There is no such row yet. */
    FRESH,
    /** A row of the same level, owner, product, currency, tier and first day gets another price or last day. */
    CHANGED,
    /** It stands there already. */
    UNCHANGED
}
