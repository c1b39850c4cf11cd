package io.tradeflow.tax;

/** What a supply or movement is documented by. */
public enum TaxPaper {
    TAX_INVOICE("CGST Rules r. 46"),
    BILL_OF_SUPPLY("CGST Rules r. 49"),
    INVOICE_CUM_BILL_OF_SUPPLY("CGST Rules r. 46A"),
    DELIVERY_CHALLAN("CGST Rules r. 55");

    private final String source;

    TaxPaper(String source) {
        this.source = source;
    }

    /** The rule that says what it must contain. */
    public String source() {
        return source;
    }
}
