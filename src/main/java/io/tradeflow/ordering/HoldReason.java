package io.tradeflow.ordering;

/** Why staff hold an order, and which group lets it go again. */
public enum HoldReason {
    CREDIT("Credit or overdue invoices", "finance"),
    DOCUMENTS("Documents are missing", "finance"),
    BUYER_ASKED("The buyer asked to wait", "sales-desk"),
    SPECIFICATION("Something in the order has to be cleared", "sales-managers"),
    QUALITY("Quality of the goods", "quality"),
    STOCK("Stock is kept for something else", "stock-planners");

    private final String label;
    private final String releasingGroup;

    HoldReason(String label, String releasingGroup) {
        this.label = label;
        this.releasingGroup = releasingGroup;
    }

    public String label() {
        return label;
    }

    public String releasingGroup() {
        return releasingGroup;
    }
}
