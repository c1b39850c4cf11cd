package io.tradeflow.party;

/** How a buyer stands to GST. It cannot be read off a GSTIN, so it is stored. */
public enum TaxRegistration {
    REGULAR,
    COMPOSITION,
    SEZ,
    /** Registered, and purchases are notified as exports (CGST Act s. 147), such as an export oriented unit. */
    DEEMED_EXPORT,
    UNREGISTERED,
    OVERSEAS
}
