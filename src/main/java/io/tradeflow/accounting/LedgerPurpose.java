package io.tradeflow.accounting;

/** What an account of the general ledger is used for. */
public enum LedgerPurpose {
    RECEIVABLES("Receivables from buyers", Qualifier.NONE),
    BANK("Money received and paid, by mode", Qualifier.MODE),
    TDS_RECEIVABLE("Tax deducted by buyers", Qualifier.NONE),
    CUSTOMER_ADVANCES("Advances from buyers", Qualifier.NONE),
    OUTPUT_CGST("Output CGST, by branch", Qualifier.GSTIN),
    OUTPUT_SGST("Output SGST or UTGST, by branch", Qualifier.GSTIN),
    OUTPUT_IGST("Output IGST, by branch", Qualifier.GSTIN),
    SALES_INTRA("Sales within the State", Qualifier.NONE),
    SALES_INTER("Sales to other States", Qualifier.NONE),
    SALES_EXPORT("Exports", Qualifier.NONE),
    SALES_SEZ("Sales to special economic zones", Qualifier.NONE),
    SALES_EXEMPT("Nil rated, exempt and non-GST sales", Qualifier.NONE),
    FREIGHT_RECOVERED("Freight charged to buyers; part of sales without an account of its own", Qualifier.NONE),
    SALES_RETURNS("Goods credited", Qualifier.NONE),
    DISCOUNT_ALLOWED("Value credited without goods, and early-payment discount", Qualifier.NONE),
    BAD_DEBTS("Write-offs", Qualifier.NONE),
    ROUND_OFF("Round-off", Qualifier.NONE),
    EXCHANGE_DIFFERENCE("Exchange differences", Qualifier.NONE);

    /** What the account may differ by. */
    enum Qualifier {
        NONE,
        GSTIN,
        MODE
    }

    private final String label;
    private final Qualifier qualifier;

    LedgerPurpose(String label, Qualifier qualifier) {
        this.label = label;
        this.qualifier = qualifier;
    }

    public String label() {
        return label;
    }

    Qualifier qualifier() {
        return qualifier;
    }

    /** Whether it may go without an account of its own. */
    boolean isOptional() {
        return this == FREIGHT_RECOVERED;
    }
}
