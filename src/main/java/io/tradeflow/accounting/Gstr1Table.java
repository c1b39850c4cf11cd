package io.tradeflow.accounting;

/** The tables of the return, in the order and by the names of the portal's offline tool. */
public enum Gstr1Table {
    B2B("4, 6B, 6C", "Supplies to registered persons", null),
    B2CL("5", "Large supplies to consumers in other States", null),
    EXP("6A", "Exports", null),
    B2CS("7", "Other supplies to consumers, less their notes", null),
    NIL("8", "Nil rated, exempt and non-GST supplies, less their notes", null),
    CDNR("9B", "Notes to registered persons", null),
    CDNUR("9B", "Notes on exports and on large supplies to consumers", null),
    AT("11A", "Advances received on which tax is due", Gstr1Table.NO_TAX_ON_ADVANCES),
    TXPD("11B", "Advances adjusted", Gstr1Table.NO_TAX_ON_ADVANCES),
    HSN("12", "Summary by HSN", null),
    DOCS("13", "Documents issued", null);

    private static final String NO_TAX_ON_ADVANCES =
            "No tax is due on advances for goods (Notification 66/2017-CT), so there is nothing to report";

    private final String place;
    private final String title;
    private final String whyEmpty;

    Gstr1Table(String place, String title, String whyEmpty) {
        this.place = place;
        this.title = title;
        this.whyEmpty = whyEmpty;
    }

    /** Which tables of the form it is. */
    public String place() {
        return place;
    }

    public String title() {
        return title;
    }

    /** Why a seller of goods never has anything in it; null for tables that are filled. */
    public String whyEmpty() {
        return whyEmpty;
    }

    /** Whether each supply stands in exactly one of these, and the sum of them is the sum of all documents. */
    boolean countsSupplies() {
        return switch (this) {
            case B2B, B2CL, EXP, B2CS, NIL, CDNR, CDNUR -> true;
            case AT, TXPD, HSN, DOCS -> false;
        };
    }
}
