package io.tradeflow.invoicing;

/** Why an issued invoice is corrected (CGST Act s. 34(1) and (3)). */
public enum NoteReason {
    GOODS_RETURNED("Goods returned", NoteKind.CREDIT, true),
    QUANTITY_SHORT("Quantity short", NoteKind.CREDIT, true),
    DEFICIENCY("Goods found deficient", NoteKind.CREDIT, false),
    EXCESS_CHARGED("Price charged in excess", NoteKind.CREDIT, false),
    PRICE_TOO_LOW("Price charged too low", NoteKind.DEBIT, false);

    private final String label;
    private final NoteKind kind;
    private final boolean movesQuantity;

    NoteReason(String label, NoteKind kind, boolean movesQuantity) {
        this.label = label;
        this.kind = kind;
        this.movesQuantity = movesQuantity;
    }

    public String label() {
        return label;
    }

    public NoteKind kind() {
        return kind;
    }

    /** Whether the note is over goods; otherwise over their value alone, with quantity zero. */
    public boolean movesQuantity() {
        return movesQuantity;
    }
}
