package io.tradeflow.payment;

/** The ways in which an open item is settled. */
public enum SettlementKind {
    RECEIPT("Payment"),
    /** Tax the buyer has deducted and pays to the tax office for us. */
    TDS("TDS"),
    WRITE_OFF("Write-off"),
    CREDIT_NOTE("Credit note"),
    /** Of the payment terms; commercial, without effect on GST. */
    EARLY_DISCOUNT("Early-payment discount"),
    /** The invoice itself was cancelled. */
    CANCELLATION("Invoice cancelled");

    private final String label;

    SettlementKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
