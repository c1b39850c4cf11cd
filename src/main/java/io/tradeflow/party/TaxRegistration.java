package io.tradeflow.party;

/** How a buyer stands to GST. It cannot be read off a GSTIN, so it is stored. */
public enum TaxRegistration {
    REGULAR,
    COMPOSITION,
    SEZ,
    UNREGISTERED,
    OVERSEAS
}
