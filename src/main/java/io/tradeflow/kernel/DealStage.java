package io.tradeflow.kernel;

/** How far a deal has come, in the words of the deals list. */
public enum DealStage {
    INQUIRY("Inquiry"),
    QUOTING("Quoting"),
    IN_APPROVAL("In approval"),
    WITH_BUYER("With the buyer"),
    ORDERED("Ordered"),
    AWAITING_ADVANCE("Awaiting advance"),
    IN_FULFILMENT("In fulfilment"),
    AWAITING_STOCK("Awaiting stock"),
    DISPATCHED("Dispatched"),
    AWAITING_PAYMENT("Awaiting payment"),
    CLOSED("Closed"),
    LOST("Lost"),
    CANCELLED("Cancelled");

    private final String label;

    DealStage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Nothing happens to the deal any more, whether it came to a good end or not. */
    public boolean isOver() {
        return this == CLOSED || this == LOST || this == CANCELLED;
    }
}
