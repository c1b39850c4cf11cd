package io.tradeflow.tax;

/** The kinds of supply that a registered supplier reports invoice by invoice, by the codes of FORM GST INV-01. */
public enum SupplyType {
    B2B,
    SEZWP,
    SEZWOP,
    EXPWP,
    EXPWOP,
    DEXP
}
