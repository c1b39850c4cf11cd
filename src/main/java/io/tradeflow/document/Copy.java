package io.tradeflow.document;

/** Which copy of a tax invoice is printed (CGST rule 48); other documents have one only. */
public enum Copy {
    ORIGINAL("Original for recipient"),
    DUPLICATE("Duplicate for transporter"),
    TRIPLICATE("Triplicate for supplier");

    private final String label;

    Copy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
