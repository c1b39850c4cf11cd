package io.tradeflow.fulfilment;

import java.time.Instant;

/** A photograph the inspector took of a line of a shipment; the content is asked for apart. */
public record InspectionPhoto(
        long id, String shipmentNumber, int lineNo, String contentType, String addedBy, Instant addedAt) {

    /** With its content. */
    public record File(InspectionPhoto photo, byte[] content) {}
}
