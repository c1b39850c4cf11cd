package io.tradeflow.einvoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A document that has to be registered with the portal, and its registration once there is one.
 *
 * @param irn invoice reference number, known before the portal is asked
 * @param documentType INV, CRN or DBN
 * @param buyerGstin null for a buyer abroad
 * @param total as printed, in INR
 * @param problem why a person has to look at it, null in every other state
 * @param problemCode of the portal, null where the problem was found here
 * @param acknowledgement null until it is registered
 * @param waivedBecause why the document goes without registration, null if it does not
 * @param cancellation null unless it was cancelled
 */
public record EInvoice(
        String irn,
        String documentType,
        String documentNumber,
        String dealNumber,
        String sellerGstin,
        String buyerCode,
        String buyerName,
        String buyerGstin,
        LocalDate issuedOn,
        BigDecimal total,
        State state,
        String problem,
        String problemCode,
        Acknowledgement acknowledgement,
        String waivedBecause,
        Cancellation cancellation) {

    /** The type of document tax invoices are registered as. */
    public static final String INVOICE = "INV";

    static final String CREDIT_NOTE = "CRN";

    /** How far the registration has come. */
    public enum State {
        WAITING("Being prepared"),
        READY("To be registered"),
        PROBLEM("To be cleared up"),
        REGISTERED("Registered"),
        CANCELLED("Cancelled"),
        WAIVED("Without e-invoice");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * What the portal gave.
     *
     * @param signatureVerified null where the portal's key is not known here
     */
    public record Acknowledgement(
            String number, Instant at, String signedQrCode, Boolean signatureVerified, String by) {}

    /**
     * @param at when the portal cancelled it
     * @param code 1 duplicate, 2 data entry mistake, 3 order cancelled, 4 others
     * @param by who told us
     * @param toldAt when that was; null for what was cancelled before it was kept
     * @param proof what proves it where it was told late, else null
     */
    public record Cancellation(Instant at, int code, String remark, String by, Instant toldAt, String proof) {}

    public boolean isRegistered() {
        return state == State.REGISTERED;
    }
}
