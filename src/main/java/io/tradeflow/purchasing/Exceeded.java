package io.tradeflow.purchasing;

/** Which limit an acceptance goes over. */
public enum Exceeded {
    ORDER("limit per order"),
    MONTH("limit per month"),
    /** The quote is in another currency than the limits, so that they cannot be compared. */
    CURRENCY("limit in another currency");

    private final String label;

    Exceeded(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
