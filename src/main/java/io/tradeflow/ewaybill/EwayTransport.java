package io.tradeflow.ewaybill;

import io.tradeflow.dispatch.HandOver.Mode;
import java.time.LocalDate;

/**
 * How the goods go, as far as it is known; without vehicle and document it is Part A only.
 *
 * @param mode null while unknown
 * @param distanceKm 0 lets the portal take the distance between the PIN codes
 */
record EwayTransport(
        Mode mode,
        int distanceKm,
        String transporterId,
        String transporterName,
        String documentNumber,
        LocalDate documentDate,
        String vehicleNumber,
        boolean overDimensional) {

    static final EwayTransport UNKNOWN = new EwayTransport(null, 0, null, null, null, null, null, false);

    /**
     * Whether Part B can be entered: by road with the vehicle, by rail and air with number and day of the transport document, by ship with
     * those and the vehicle that brings the goods alongside.
     */
    boolean isPartB() {
        if (mode == null) {
            return false;
        }
        boolean document = documentNumber != null && documentDate != null;
        return switch (mode) {
            case ROAD -> vehicleNumber != null;
            case RAIL, AIR -> document;
            case SHIP -> document && vehicleNumber != null;
        };
    }

    /** 1 road, 2 rail, 3 air, 4 ship, as the portal counts them. */
    int modeNumber() {
        return switch (mode) {
            case ROAD -> 1;
            case RAIL -> 2;
            case AIR -> 3;
            case SHIP -> 4;
        };
    }
}
