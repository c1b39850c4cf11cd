package io.tradeflow.credit;

/** Where an obligation stands. {@code UNAPPLIED} is money received that no invoice has taken: it counts against the rest. */
public enum Bucket {
    CONFIRMED("Confirmed, not dispatched"),
    DISPATCHED_UNBILLED("Dispatched, not invoiced"),
    RECEIVABLE("Invoiced, not paid"),
    UNAPPLIED("Received, not applied");

    private final String label;

    Bucket(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The account's column that sums it up. */
    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
