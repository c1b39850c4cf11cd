package io.tradeflow.tax;

/**
 * Something about a stated tax that cannot be right.
 *
 * @param lineNo of the line, or null for the whole document
 */
public record TaxFinding(Kind kind, Integer lineNo) {

    /** What can be wrong, in words that say what to do. */
    public enum Kind {
        IGST_ON_INTRA_STATE("IGST stands on a supply inside the State: charge CGST with SGST", "CGST Act s. 9(1)"),
        HALVES_ON_INTER_STATE("CGST or SGST stands on an inter-State supply: charge IGST", "IGST Act s. 5(1)"),
        ONE_HALF_ONLY("Only one of CGST and SGST is charged: charge both", "CGST Act s. 9(1)"),
        HALVES_UNEQUAL("CGST and SGST differ: both are half the rate", "CGST Act s. 9(1)"),
        TAX_UNDER_UNDERTAKING("Tax stands on a supply made without payment: remove it", "IGST Act s. 16(3)"),
        UNDERTAKING_MISSING(
                "No tax is charged on an export or SEZ supply and no letter of undertaking is valid that day: enter one or charge IGST",
                "CGST Rules r. 96A"),
        TAX_WITHIN_REGISTRATION(
                "Seller and buyer are one registration: move the goods on a delivery challan without tax",
                "CGST Act s. 7(1)(a)"),
        TAX_BY_UNTAXED_SUPPLIER("A composition or unregistered supplier charges no tax", "CGST Act s. 10(4), s. 32(1)"),
        TAX_ON_UNTAXED_LINE("Goods that are nil rated, exempt or outside GST bear tax: remove it", "CGST Act s. 11"),
        TAXABLE_LINE_WITHOUT_TAX("A taxable line bears no tax: charge it", "CGST Act s. 9(1)"),
        NOT_ZERO_RATED("A line of an export or SEZ supply is not zero rated: mark it so", "IGST Act s. 16(1)"),
        REVERSE_CHARGE_WITHOUT_GSTIN(
                "The buyer is to pay the tax and has no GSTIN: charge it yourself", "CGST Act s. 9(3)");

        private final String text;
        private final String source;

        Kind(String text, String source) {
            this.text = text;
            this.source = source;
        }
    }

    /** The finding as a reason: what is wrong and what to do, with the law it breaks. */
    public Reason reason() {
        return new Reason(
                Reason.codeOf(kind), lineNo == null ? kind.text : "Line " + lineNo + ": " + kind.text, kind.source);
    }
}
