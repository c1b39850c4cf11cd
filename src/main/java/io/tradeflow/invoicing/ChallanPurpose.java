package io.tradeflow.invoicing;

/** Why goods move under a delivery challan (CGST rule 55), with what it means for tax and e-way bill. */
public enum ChallanPurpose {
    /** Goods in the place of goods that were invoiced: no supply of their own. */
    REPLACEMENT("Replacement of goods already invoiced", false),
    /** The invoice cannot be issued when the goods leave and is issued after delivery: rule 55(4). */
    INVOICE_FOLLOWS("Supply, tax invoice follows on delivery", true),
    /** A lot of goods that were invoiced as a whole before the first lot left: rule 55(5). */
    LOTS("Lot of goods invoiced as a whole", true),
    JOB_WORK("Job work", false),
    SAMPLE("Sample or demonstration, to come back", false),
    EXHIBITION("Exhibition or fair", false);

    private final String label;
    private final boolean supply;

    ChallanPurpose(String label, boolean supply) {
        this.label = label;
        this.supply = supply;
    }

    public String label() {
        return label;
    }

    /** Whether the movement is a supply to the consignee, so that the challan names rates and amounts of tax. */
    public boolean isSupply() {
        return supply;
    }
}
