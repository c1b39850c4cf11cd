package io.tradeflow.dispatch;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What is known of the transport: road needs a vehicle number, the other modes a transport document number.
 *
 * @param carrier name or code
 * @param transportDocumentOn day of the transport document, null for the day of the hand-over
 * @param freight who pays the carrier; null counts as paid by us
 * @param expectedOn the day the goods should arrive, null for the norm of the mode
 * @param eway what is said of the e-way bill at the gate
 */
public record HandOver(
        Mode mode,
        String carrier,
        String vehicleNumber,
        String transportDocumentNumber,
        LocalDate transportDocumentOn,
        String trackingNumber,
        Freight freight,
        LocalDate expectedOn,
        Eway eway) {

    public HandOver {
        eway = eway == null ? Eway.NOTHING : eway;
    }

    /** A hand-over that says no more than how the goods go. */
    public HandOver(
            Mode mode, String carrier, String vehicleNumber, String transportDocumentNumber, String trackingNumber) {
        this(mode, carrier, vehicleNumber, transportDocumentNumber, null, trackingNumber, Freight.PAID, null, null);
    }

    /** The same under the carrier's name in our list. */
    HandOver with(String carrierName) {
        return new HandOver(
                mode,
                carrierName,
                vehicleNumber,
                transportDocumentNumber,
                transportDocumentOn,
                trackingNumber,
                freight,
                expectedOn,
                eway);
    }

    /**
     * The e-way bill as it is told with the hand-over.
     *
     * @param number null if there is none, or it was recorded before
     * @param distanceKm as the portal took it, null if unknown
     * @param waiver why none is needed although the table says so, else null
     * @param transporterKm how far the goods go to the transporter's place, who sends them on with a vehicle of his own; null if a
     *     vehicle takes them from here
     */
    public record Eway(String number, Integer distanceKm, String waiver, Integer transporterKm) {

        public static final Eway NOTHING = new Eway(null, null, null, null);
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
