package io.tradeflow.dispatch;

import io.tradeflow.dispatch.HandOver.Mode;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What must be known of the transport before goods leave, as the e-way bill asks for it (CGST rule 138): by road a vehicle number or the
 * transporter's document, otherwise the transport document (railway receipt, airway bill, bill of lading).
 */
final class HandOverCheck {

    /** Registered (MH12AB1234), Bharat series (22BH1234AA), temporary (TR…) and defence (DF…) numbers. */
    private static final Pattern VEHICLE = Pattern.compile(
            "[A-Z]{2}[0-9]{1,2}[A-Z]{0,3}[0-9]{4}" + "|[0-9]{2}BH[0-9]{4}[A-Z]{1,2}" + "|(TR|DF)[A-Z0-9]{5,13}");

    private static final Pattern DOCUMENT = Pattern.compile("[A-Za-z0-9/-]{1,15}");
    private static final int LONGEST_CARRIER = 100;
    private static final int LONGEST_TRACKING = 60;

    private HandOverCheck() {}

    /** Whether this is how Indian vehicles are numbered, written without spaces. */
    static boolean isVehicle(String number) {
        return VEHICLE.matcher(number).matches();
    }

    /** In capitals without spaces and hyphens; null for nothing. */
    static String vehicle(String typed) {
        String text = textOrNull(typed);
        return text == null ? null : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** The same without blanks around, empty fields as null, the vehicle number in capitals without spaces and hyphens. */
    static HandOver tidy(HandOver handOver) {
        return new HandOver(
                handOver.mode(),
                textOrNull(handOver.carrier()),
                vehicle(handOver.vehicleNumber()),
                textOrNull(handOver.transportDocumentNumber()),
                handOver.transportDocumentOn(),
                textOrNull(handOver.trackingNumber()),
                handOver.freight(),
                handOver.expectedOn(),
                new HandOver.Eway(
                        textOrNull(handOver.eway().number()),
                        handOver.eway().distanceKm(),
                        textOrNull(handOver.eway().waiver()),
                        handOver.eway().transporterKm()));
    }

    /**
     * @param tidy as {@link #tidy} gives it
     * @throws Problem {@code invalid-hand-over} naming every wrong field
     */
    static void check(HandOver tidy) {
        List<Violation> wrong = new ArrayList<>();
        if (tidy.mode() == null) {
            wrong.add(new Violation("mode", "Choose ROAD, RAIL, AIR or SHIP"));
        }
        if (tidy.carrier() == null || tidy.carrier().length() > LONGEST_CARRIER) {
            wrong.add(new Violation("carrier", "Who takes the goods? At most " + LONGEST_CARRIER + " characters"));
        }
        if (tidy.vehicleNumber() != null
                && !VEHICLE.matcher(tidy.vehicleNumber()).matches()) {
            wrong.add(new Violation("vehicleNumber", "'" + tidy.vehicleNumber() + "' is no Indian vehicle number"));
        }
        checkDocument(tidy, wrong);
        if (tidy.trackingNumber() != null && tidy.trackingNumber().length() > LONGEST_TRACKING) {
            wrong.add(new Violation("trackingNumber", "At most " + LONGEST_TRACKING + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-hand-over", "The hand-over cannot be recorded", wrong);
        }
    }

    private static void checkDocument(HandOver tidy, List<Violation> wrong) {
        String document = tidy.transportDocumentNumber();
        if (document != null && !DOCUMENT.matcher(document).matches()) {
            wrong.add(new Violation("transportDocumentNumber", "At most 15 letters, digits, hyphens and slashes"));
        } else if (document == null && tidy.mode() == Mode.ROAD && tidy.vehicleNumber() == null) {
            wrong.add(new Violation(
                    "vehicleNumber", "By road, the vehicle number or a transport document number is needed"));
        } else if (document == null && tidy.mode() != null && tidy.mode() != Mode.ROAD) {
            wrong.add(new Violation(
                    "transportDocumentNumber",
                    "By " + tidy.mode().label() + ", the transport document number is needed"));
        }
    }

    static String textOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
