package io.tradeflow.catalog;

/** Where a product stands in its life. */
public enum ProductStatus {
    /** Being entered; staff only. */
    DRAFT("Draft"),
    /** Can be inquired and quoted. */
    ACTIVE("Active"),
    /** Not sold for now; staff only. */
    BLOCKED("Blocked"),
    /** No longer made; buyers see it with what replaces it, and cannot ask for it. */
    DISCONTINUED("Discontinued");

    private final String label;

    ProductStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
