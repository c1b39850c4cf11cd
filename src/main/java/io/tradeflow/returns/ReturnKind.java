package io.tradeflow.returns;

/** Why goods come back, or never arrived. What follows from a kind stands in the table return-kinds. */
public enum ReturnKind {
    DAMAGED("Damaged on arrival", true),
    WRONG_GOODS("Wrong goods", true),
    DEFECTIVE("Defective", true),
    NOT_NEEDED("Not needed", true),
    /** The buyer did not take them from the carrier. */
    REFUSED_DELIVERY("Delivery refused", false),
    LOST_IN_TRANSIT("Lost in transit", false),
    /** Came back or was lost before, was owed again, and is given up. */
    NOT_REPLACED("Replacement given up", false);

    private final String label;
    private final boolean asked;

    ReturnKind(String label, boolean asked) {
        this.label = label;
        this.asked = asked;
    }

    public String label() {
        return label;
    }

    /** Whether the buyer asks for it; the others the carrier reports, or we decide. */
    public boolean isAsked() {
        return asked;
    }
}
