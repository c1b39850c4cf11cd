package io.tradeflow.ewaybill;

import java.time.LocalDate;

/**
 * How the goods go, as far as it is known; without vehicle and document it is Part A only.
 *
 * @param mode 1 road, 2 rail, 3 air, 4 ship; null while unknown
 * @param distanceKm 0 lets the portal take the distance between the PIN codes
 */
record EwayTransport(
        Integer mode,
        int distanceKm,
        String transporterId,
        String transporterName,
        String documentNumber,
        LocalDate documentDate,
        String vehicleNumber,
        boolean overDimensional) {

    static final EwayTransport UNKNOWN = new EwayTransport(null, 0, null, null, null, null, null, false);
}
