package io.tradeflow.tax;

/** How goods, or a whole supply, stand to the tax. */
public enum TaxTreatment {
    TAXABLE("taxable"),
    NIL("nil rated"),
    EXEMPT("exempt"),
    NON_GST("outside GST"),
    /** Exports and supplies to SEZ: of the supply, never of the goods. */
    ZERO_RATED("zero rated");

    private final String label;

    TaxTreatment(String label) {
        this.label = label;
    }

    /** In words, in the middle of a sentence. */
    public String label() {
        return label;
    }

    /** Whether goods so treated may bear tax. */
    public boolean bearsTax() {
        return this == TAXABLE || this == ZERO_RATED;
    }
}
