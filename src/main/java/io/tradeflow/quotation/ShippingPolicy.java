package io.tradeflow.quotation;

/** What leaves when of an order that is not all in stock at once. */
public enum ShippingPolicy {
    /** What is ready leaves; the rest follows. */
    AS_READY("As it gets ready"),
    /** Nothing leaves before all of it can. */
    COMPLETE("All at once");

    private final String label;

    ShippingPolicy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
