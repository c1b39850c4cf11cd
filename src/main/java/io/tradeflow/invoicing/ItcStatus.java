package io.tradeflow.invoicing;

/** Whether the buyer has reversed the input tax credit of a credit note. */
public enum ItcStatus {
    NOT_ASKED("Not asked"),
    ASKED("Asked for"),
    DECLARED("Declared by the buyer"),
    ACCEPTED("Accepted in IMS"),
    REFUSED("Refused");

    private final String label;

    ItcStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the supplier's tax may fall. */
    public boolean isReversed() {
        return this == DECLARED || this == ACCEPTED;
    }
}
