package io.tradeflow.catalog;

import java.util.Locale;

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

    /** Whether buyers see it at all. */
    public boolean isShownToBuyers() {
        return this == ACTIVE || this == DISCONTINUED;
    }

    /** Within a sentence. */
    public String inWords() {
        return this == DRAFT ? "still a draft" : label.toLowerCase(Locale.ENGLISH);
    }

    public String label() {
        return label;
    }
}
