package io.tradeflow.tax;

/** How the one who supplies stands to GST. */
public enum Supplier {
    REGULAR,
    COMPOSITION,
    UNREGISTERED,
    SEZ_UNIT
}
