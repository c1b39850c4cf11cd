package io.tradeflow.dispatch;

/** What is known of the transport: road needs a vehicle number, the other modes a transport document number. */
public record HandOver(
        Mode mode, String carrier, String vehicleNumber, String transportDocumentNumber, String trackingNumber) {

    public enum Mode {
        ROAD,
        RAIL,
        AIR,
        SHIP
    }
}
