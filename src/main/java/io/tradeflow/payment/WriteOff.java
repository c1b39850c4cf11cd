package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import java.time.Instant;

/**
 * A wish to settle the rest of an open item without money, and what became of it.
 *
 * @param requester sign-in name of who wants it
 * @param decidedBy null while it is open, like {@code decidedAt}
 */
public record WriteOff(
        String number,
        String invoiceNumber,
        String dealNumber,
        String orderNumber,
        String buyerName,
        Money amount,
        Reason reason,
        String note,
        String requestedBy,
        String requester,
        Instant requestedAt,
        Status status,
        String decidedBy,
        Instant decidedAt,
        String decisionNote) {

    /** Why the buyer paid too little. */
    public enum Reason {
        FREIGHT("Freight deducted"),
        QUALITY("Quality deducted"),
        PRICE("Price disputed"),
        ROUNDING("Rounding"),
        OTHER("Other");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Status {
        REQUESTED("To be decided"),
        BOOKED("Written off"),
        REFUSED("Refused"),
        WITHDRAWN("Withdrawn"),
        /** A payment or a note settled part of the item meanwhile. */
        OVERTAKEN("Overtaken by a payment");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
