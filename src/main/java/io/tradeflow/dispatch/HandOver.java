package io.tradeflow.dispatch;

import java.util.Locale;

/** What is known of the transport: road needs a vehicle number, the other modes a transport document number. */
public record HandOver(
        Mode mode, String carrier, String vehicleNumber, String transportDocumentNumber, String trackingNumber) {

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
}
