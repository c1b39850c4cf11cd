package io.tradeflow.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.HandOver;
import java.time.Instant;

/** Who has the shipment and how to follow it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsignmentJson(
        String shipmentNumber,
        String dealNumber,
        String orderNumber,
        HandOver.Mode mode,
        String carrier,
        String vehicleNumber,
        String transportDocumentNumber,
        String trackingNumber,
        Instant handedOverAt) {

    static ConsignmentJson of(Consignment consignment) {
        HandOver handOver = consignment.handOver();
        return new ConsignmentJson(
                consignment.shipmentNumber(),
                consignment.dealNumber(),
                consignment.orderNumber(),
                handOver.mode(),
                handOver.carrier(),
                handOver.vehicleNumber(),
                handOver.transportDocumentNumber(),
                handOver.trackingNumber(),
                consignment.handedOverAt());
    }
}
