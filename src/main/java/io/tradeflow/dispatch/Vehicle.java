package io.tradeflow.dispatch;

import java.time.Instant;

/** A vehicle of a consignment; {@code reason} is why it took over or came along. */
public record Vehicle(
        String vehicleNumber,
        String transportDocumentNumber,
        String fromPlace,
        Reason reason,
        String remark,
        Instant since,
        String enteredBy) {

    /** The reasons of the e-way bill, and that goods go on several vehicles at once. */
    public enum Reason {
        FIRST("First vehicle"),
        ADDITIONAL("Further vehicle for part of the goods"),
        BREAKDOWN("Breakdown"),
        TRANSHIPMENT("Transhipment"),
        OTHER("Other");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
