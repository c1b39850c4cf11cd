package io.tradeflow.ewaybill;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is known of a shipment's e-way bill.
 *
 * @param needed whether the law wants one, for the {@code reason}
 * @param consignmentValue in INR, without exempt goods
 * @param number of the portal, null until it is recorded
 * @param distanceKm null until a number is recorded
 * @param distanceEstimated whether nobody said the distance, so that it is the one of the warehouse's table
 * @param transporterKm how far the goods go to the transporter's place, who sends them on with a vehicle of his own; else null
 * @param validUntil null until Part B is there
 * @param waivedBecause why goods go without one although the table says otherwise; null if they do not
 */
public record EwayBill(
        String shipmentNumber,
        String documentType,
        String documentNumber,
        boolean needed,
        String reason,
        BigDecimal consignmentValue,
        String number,
        Instant generatedAt,
        Integer distanceKm,
        boolean distanceEstimated,
        Integer transporterKm,
        boolean overDimensional,
        Instant validUntil,
        String recordedBy,
        String waivedBecause,
        Instant cancelledAt) {

    /** Needed, and neither recorded nor waived; a cancelled one counts as none. */
    public boolean isMissing() {
        return needed && waivedBecause == null && (number == null || cancelledAt != null);
    }
}
