package io.tradeflow.document;

/** Which copy is printed of a tax invoice (CGST rule 48) or a delivery challan (rule 55); notes have the first two, other documents have one only. */
public enum Copy {
    ORIGINAL("Original for recipient", "Original for consignee"),
    DUPLICATE("Duplicate for transporter", "Duplicate for transporter"),
    TRIPLICATE("Triplicate for supplier", "Triplicate for consigner");

    private final String label;
    private final String challanLabel;

    Copy(String label, String challanLabel) {
        this.label = label;
        this.challanLabel = challanLabel;
    }

    /** As a tax invoice says it. */
    public String label() {
        return label;
    }

    /** As a document of this kind says it. */
    public String label(DocumentKind kind) {
        if (kind.isNote() && this == DUPLICATE) {
            return "Duplicate for supplier";
        }
        return kind == DocumentKind.DELIVERY_CHALLAN ? challanLabel : label;
    }
}
