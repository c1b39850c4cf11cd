package io.tradeflow.dispatch;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What is known of the transport: road needs a vehicle number, the other modes a transport document number.
 *
 * @param carrier name or code
 * @param freight who pays the carrier; null counts as paid by us
 * @param expectedOn the day the goods should arrive, null for the norm of the mode
 * @param ewayBillNumber null if there is none, or it was recorded before
 */
public record HandOver(
        Mode mode,
        String carrier,
        String vehicleNumber,
        String transportDocumentNumber,
        String trackingNumber,
        Freight freight,
        LocalDate expectedOn,
        String ewayBillNumber) {

    /** A hand-over that says no more than how the goods go. */
    public HandOver(
            Mode mode, String carrier, String vehicleNumber, String transportDocumentNumber, String trackingNumber) {
        this(mode, carrier, vehicleNumber, transportDocumentNumber, trackingNumber, Freight.PAID, null, null);
    }

    /** The same under the carrier's name in our list. */
    HandOver with(String carrierName) {
        return new HandOver(
                mode,
                carrierName,
                vehicleNumber,
                transportDocumentNumber,
                trackingNumber,
                freight,
                expectedOn,
                ewayBillNumber);
    }

    public enum Mode {
        ROAD,
        RAIL,
        AIR,
        SHIP;

        /** As a sentence says it: "by road". */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who pays the carrier. */
    public enum Freight {
        PAID("Paid"),
        TO_PAY("To pay");

        private final String label;

        Freight(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
