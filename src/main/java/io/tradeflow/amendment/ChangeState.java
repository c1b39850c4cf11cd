package io.tradeflow.amendment;

/** What became of a proposed change. */
public enum ChangeState {
    PROPOSED("In work"),
    APPLIED("In effect"),
    REFUSED("Refused"),
    WITHDRAWN("Withdrawn"),
    /** The order went another way meanwhile: it was shipped, changed or cancelled. */
    OVERTAKEN("Overtaken");

    private final String label;

    ChangeState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
