package io.tradeflow.document;

/** The documents the program makes, each with its stylesheet in {@code resources/documents/}. */
public enum DocumentKind {
    QUOTE("Quotation", "quote", true),
    ORDER_CONFIRMATION("Order confirmation", "order-confirmation", true),
    PACKING_SLIP("Packing slip", "packing-slip", true),
    TAX_INVOICE("Tax invoice", "tax-invoice", true);

    private final String title;
    private final String stylesheet;
    private final boolean forBuyer;

    DocumentKind(String title, String stylesheet, boolean forBuyer) {
        this.title = title;
        this.stylesheet = stylesheet;
        this.forBuyer = forBuyer;
    }

    public String title() {
        return title;
    }

    public String stylesheet() {
        return stylesheet;
    }

    /** Whether the buyer may see and download it. */
    public boolean forBuyer() {
        return forBuyer;
    }
}
