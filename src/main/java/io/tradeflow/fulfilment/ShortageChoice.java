package io.tradeflow.fulfilment;

/** What may be done about goods that are missing. */
public enum ShortageChoice {
    WAIT("Wait for stock"),
    /** What is in stock leaves now, also where the buyer wanted all at once. */
    SPLIT("Ship what is there, the rest follows"),
    SUBSTITUTE("Another product"),
    PRODUCE("Have it produced"),
    CANCEL("Not delivered");

    private final String label;

    ShortageChoice(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
