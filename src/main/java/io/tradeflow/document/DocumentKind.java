package io.tradeflow.document;

/** The documents the program makes, each with its stylesheet in {@code resources/documents/}. */
public enum DocumentKind {
    QUOTE("Quotation", "quote", "", true, false),
    ORDER_CONFIRMATION("Order confirmation", "order-confirmation", "", true, false),
    PICKING_LIST("Picking list", "picking-list", "-picking-list", false, false),
    QC_CERTIFICATE("Certificate of QC", "qc-certificate", "-qc-certificate", true, false),
    PACKING_SLIP("Packing slip", "packing-slip", "-packing-slip", true, false),
    SHIPPING_LABEL("Shipping label", "shipping-label", "-label", false, false),
    PROFORMA_INVOICE("Proforma invoice", "proforma", "", true, false),
    TAX_INVOICE("Tax invoice", "tax-invoice", "", true, true),
    BILL_OF_SUPPLY("Bill of supply", "tax-invoice", "", true, true),
    REVISED_INVOICE("Revised invoice", "tax-invoice", "", true, true),
    CREDIT_NOTE("Credit note", "note", "", true, false),
    DEBIT_NOTE("Debit note", "note", "", true, false),
    DELIVERY_CHALLAN("Delivery challan", "delivery-challan", "", true, true),
    RECEIPT_VOUCHER("Receipt voucher", "voucher", "", true, false),
    REFUND_VOUCHER("Refund voucher", "voucher", "", true, false),
    STATEMENT_OF_ACCOUNT("Statement of account", "statement", "-statement", true, false),
    WAYBILL("Consignment note", "waybill", "-consignment-note", true, false);

    private final String title;
    private final String stylesheet;
    private final String fileSuffix;
    private final boolean forBuyer;
    private final boolean inThreeCopies;

    DocumentKind(String title, String stylesheet, String fileSuffix, boolean forBuyer, boolean inThreeCopies) {
        this.title = title;
        this.stylesheet = stylesheet;
        this.fileSuffix = fileSuffix;
        this.forBuyer = forBuyer;
        this.inThreeCopies = inThreeCopies;
    }

    public String title() {
        return title;
    }

    public String stylesheet() {
        return stylesheet;
    }

    /** Tells documents of one number apart; empty where the number is the document's own. */
    String fileSuffix() {
        return fileSuffix;
    }

    /** Whether the buyer may see and download it. */
    public boolean forBuyer() {
        return forBuyer;
    }

    /** Whether it is kept for years as it is: PDF/A-3 with its data attached. */
    boolean isArchived() {
        return this == TAX_INVOICE || this == BILL_OF_SUPPLY || this == REVISED_INVOICE;
    }

    /** Whether the law wants it in three copies (CGST rules 48 and 55). */
    public boolean inThreeCopies() {
        return inThreeCopies;
    }

    /** Whether it is a credit or debit note, which the supplier keeps a second copy of. */
    public boolean isNote() {
        return this == CREDIT_NOTE || this == DEBIT_NOTE;
    }

    /** Whether only its last revision stands: with its registration, cancelled, or as what it is for was changed. */
    boolean standsAsLast() {
        return this == TAX_INVOICE || this == PROFORMA_INVOICE || isNote();
    }

    /** Whether there is this copy of it. */
    public boolean comesAs(Copy copy) {
        return switch (copy) {
            case ORIGINAL -> true;
            case DUPLICATE -> inThreeCopies || isNote();
            case TRIPLICATE -> inThreeCopies;
        };
    }
}
