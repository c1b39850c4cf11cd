package io.tradeflow.returns;

/** What the buyer gets. */
public enum Remedy {
    REPLACEMENT("Replacement"),
    CREDIT("Credit note");

    private final String label;

    Remedy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
