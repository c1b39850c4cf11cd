package io.tradeflow.dispatch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.ConsignmentLine;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.ProofOfDelivery;
import io.tradeflow.dispatch.TrackingEvent;
import io.tradeflow.dispatch.Vehicle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A consignment with all that is known of its way. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consignment")
record TrackingJson(
        String shipmentNumber,
        String dealNumber,
        String orderNumber,
        Consignment.Status status,
        HandOver.Mode mode,
        String carrier,
        @Schema(description = "Absent for a carrier that is not in our list") String carrierCode,
        String transportDocumentNumber,
        String trackingNumber,
        @Schema(description = "Where the carrier shows it") String trackingLink,
        HandOver.Freight freight,
        LocalDate expectedOn,
        Instant handedOverAt,
        Instant dispatchedAt,
        String receivedBy,
        Instant closedAt,
        List<VehicleJson> vehicles,
        List<EventJson> events,
        List<LineJson> lines,
        List<ProofJson> proofs) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConsignmentVehicle")
    record VehicleJson(
            String vehicleNumber,
            String transportDocumentNumber,
            String fromPlace,
            Vehicle.Reason reason,
            String remark,
            Instant since) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConsignmentEvent")
    record EventJson(String eventId, String kind, String label, Instant occurredAt, String place, String note) {}

    @Schema(name = "ConsignmentLine")
    record LineJson(
            int lineNo,
            int orderLineNo,
            String sku,
            String batch,
            BigDecimal dispatched,
            BigDecimal delivered,
            BigDecimal refused,
            BigDecimal lost,
            String unit) {}

    @Schema(name = "ProofOfDelivery")
    record ProofJson(long id, String contentType, String receivedBy, Instant receivedAt, String href) {

        static ProofJson of(ProofOfDelivery proof) {
            return new ProofJson(
                    proof.id(),
                    proof.contentType(),
                    proof.receivedBy(),
                    proof.receivedAt(),
                    "/api/v1/consignments/" + proof.shipmentNumber() + "/proofs/" + proof.id());
        }
    }

    static TrackingJson of(
            Consignment consignment,
            List<Vehicle> vehicles,
            List<TrackingEvent> events,
            List<ConsignmentLine> lines,
            List<ProofOfDelivery> proofs) {
        HandOver handOver = consignment.handOver();
        return new TrackingJson(
                consignment.shipmentNumber(),
                consignment.dealNumber(),
                consignment.orderNumber(),
                consignment.status(),
                handOver.mode(),
                handOver.carrier(),
                consignment.carrierCode(),
                handOver.transportDocumentNumber(),
                handOver.trackingNumber(),
                consignment.trackingLink(),
                handOver.freight(),
                handOver.expectedOn(),
                consignment.handedOverAt(),
                consignment.dispatchedAt(),
                consignment.receivedBy(),
                consignment.closedAt(),
                vehicles.stream()
                        .map(vehicle -> new VehicleJson(
                                vehicle.vehicleNumber(),
                                vehicle.transportDocumentNumber(),
                                vehicle.fromPlace(),
                                vehicle.reason(),
                                vehicle.remark(),
                                vehicle.since()))
                        .toList(),
                events.stream()
                        .map(event -> new EventJson(
                                event.carrierEventId(),
                                event.kind().code(),
                                event.kind().label(),
                                event.occurredAt(),
                                event.place(),
                                event.note()))
                        .toList(),
                lines.stream()
                        .map(line -> new LineJson(
                                line.lineNo(),
                                line.orderLineNo(),
                                line.sku(),
                                line.batch(),
                                line.dispatched(),
                                line.delivered(),
                                line.refused(),
                                line.lost(),
                                line.unit()))
                        .toList(),
                proofs.stream().map(ProofJson::of).toList());
    }
}
