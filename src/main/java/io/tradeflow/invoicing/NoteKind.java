package io.tradeflow.invoicing;

/** The notes that correct an issued invoice (CGST Act s. 34), by the code they are reported under. */
public enum NoteKind {
    /** Less is owed. */
    CREDIT("CRN", "Credit note", "CN"),
    /** More is owed. */
    DEBIT("DBN", "Debit note", "DN");

    private final String code;
    private final String title;
    private final String mark;

    NoteKind(String code, String title, String mark) {
        this.code = code;
        this.title = title;
        this.mark = mark;
    }

    /** As in FORM GST INV-01 and in the number series. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What tells its numbers from those of invoices. */
    String mark() {
        return mark;
    }

    static NoteKind ofCode(String code) {
        return code.equals(CREDIT.code) ? CREDIT : DEBIT;
    }
}
