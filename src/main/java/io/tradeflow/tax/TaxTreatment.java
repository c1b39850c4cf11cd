package io.tradeflow.tax;

public enum TaxTreatment {
    TAXABLE,
    NIL,
    EXEMPT,
    NON_GST,
    ZERO_RATED
}
