package io.tradeflow.tax;

/** The heads of tax a supply bears. */
public enum Heads {
    /** CGST with SGST or UTGST, half the rate each. */
    CENTRAL_AND_STATE,
    /** IGST. */
    INTEGRATED,
    NONE
}
