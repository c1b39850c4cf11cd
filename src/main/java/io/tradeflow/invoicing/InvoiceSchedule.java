package io.tradeflow.invoicing;

/** When goods that leave are invoiced. */
public enum InvoiceSchedule {
    /** With each shipment, before it leaves: CGST Act s. 31(1). */
    PER_SHIPMENT("With each shipment"),
    /** Once, with the shipment that completes the order; those before it leave on delivery challans. */
    PER_ORDER("Once for the order"),
    /** At the end of each week: continuous supply, CGST Act s. 31(4). */
    WEEKLY("At the end of each week"),
    /** At the end of each month: continuous supply, CGST Act s. 31(4). */
    MONTHLY("At the end of each month"),
    /** As a whole before the first lot leaves, each later lot on a challan that quotes it: CGST rule 55(5). */
    LOTS("As a whole before the first lot");

    private final String label;

    InvoiceSchedule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
