package io.tradeflow.invoicing;

/** The notes that correct an issued invoice (CGST Act s. 34), by the code they are reported under. */
public enum NoteKind {
    /** Less is owed. */
    CREDIT("CRN"),
    /** More is owed. */
    DEBIT("DBN");

    private final String code;

    NoteKind(String code) {
        this.code = code;
    }

    /** As in FORM GST INV-01 and in the number series. */
    public String code() {
        return code;
    }
}
