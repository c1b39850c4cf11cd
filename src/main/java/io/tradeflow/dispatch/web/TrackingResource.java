package io.tradeflow.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.ProofOfDelivery;
import io.tradeflow.dispatch.ProofsOfDelivery;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.dispatch.TrackingEvent;
import io.tradeflow.dispatch.TrackingReport;
import io.tradeflow.dispatch.Vehicle;
import io.tradeflow.dispatch.web.TrackingJson.ProofJson;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consignments over HTTP: carriers' programs report, both sides read. */
@RestController
@RequestMapping("/api/v1/consignments")
@Tag(name = "Consignments", description = "Shipments on their way: carriers, tracking, proof of delivery")
class TrackingResource {

    private final Consignments consignments;
    private final Tracking tracking;
    private final ProofsOfDelivery proofs;
    private final Shipments shipments;

    TrackingResource(Consignments consignments, Tracking tracking, ProofsOfDelivery proofs, Shipments shipments) {
        this.consignments = consignments;
        this.tracking = tracking;
        this.proofs = proofs;
        this.shipments = shipments;
    }

    /** A carrier's report. */
    @Schema(name = "ConsignmentReport")
    record Report(
            @Schema(description = "The carrier's own number of the event: the same one again changes nothing")
                    String eventId,
            @Schema(description = "See GET /consignments/event-kinds") String kind,
            @Schema(description = "Now if absent") Instant occurredAt,
            String place,
            String note,
            @Schema(description = "Needed when DELIVERED") String receivedBy,
            @Schema(description = "With DELAYED: the new day") LocalDate expectedOn,
            @Schema(description = "With DELIVERED: what was not taken, by line of the shipment")
                    Map<Integer, BigDecimal> refused) {}

    @Schema(name = "VehicleChange")
    record VehicleChange(
            String vehicleNumber,
            String transportDocumentNumber,
            String fromPlace,
            Vehicle.Reason reason,
            String remark) {}

    @Schema(name = "EventKind")
    record EventKind(String code, String label, TrackingEvent.Effect effect, boolean forBuyer) {}

    @GetMapping("/event-kinds")
    @Operation(summary = "What carriers may report and what it does; staff only")
    List<EventKind> kinds(Actor.Staff by) {
        return tracking.kinds().stream()
                .map(kind -> new EventKind(kind.code(), kind.label(), kind.effect(), kind.forBuyer()))
                .toList();
    }

    @GetMapping
    @Operation(summary = "Consignments on their way, the most overdue first, or with over=true those that are over")
    List<TrackingJson> list(Actor.Staff by, @RequestParam(defaultValue = "false") boolean over) {
        return consignments.list(over, 100).stream()
                .map(consignment -> json(by, consignment))
                .toList();
    }

    @GetMapping("/{shipment}")
    @Operation(summary = "Read a consignment with events, vehicles, lines and proofs; 404 before it is handed over")
    TrackingJson consignment(Actor by, @PathVariable String shipment) {
        return json(by, visible(by, shipment));
    }

    @PostMapping("/{shipment}/events")
    @Operation(
            summary = "Report an event of a consignment",
            description = "Warehouse, stock planners, operations and the users of carriers. DELIVERED, REFUSED and LOST"
                    + " end the consignment; reported again under the same eventId an event changes nothing.")
    TrackingJson report(Actor by, @PathVariable String shipment, @RequestBody Report sent) {
        visible(by, shipment);
        return json(
                by,
                tracking.report(
                        by,
                        shipment,
                        new TrackingReport(
                                sent.eventId(),
                                sent.kind(),
                                sent.occurredAt(),
                                sent.place(),
                                sent.note(),
                                sent.receivedBy(),
                                sent.expectedOn(),
                                sent.refused())));
    }

    @PostMapping("/{shipment}/vehicles")
    @Operation(
            summary = "Put goods on another or a further vehicle",
            description = "Warehouse, stock planners, operations.")
    TrackingJson changeVehicle(Actor by, @PathVariable String shipment, @RequestBody VehicleChange sent) {
        visible(by, shipment);
        tracking.changeVehicle(
                by,
                shipment,
                sent.vehicleNumber(),
                sent.transportDocumentNumber(),
                sent.fromPlace(),
                sent.reason(),
                sent.remark());
        return consignment(by, shipment);
    }

    @PostMapping(path = "/{shipment}/proofs", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "Add a proof of delivery",
            description = "PDF, JPEG or PNG up to 5 MB; the type is read from the content. Seen by the buyer too.")
    ResponseEntity<ProofJson> addProof(
            Actor by,
            @PathVariable String shipment,
            @Parameter(description = "Who has received the goods") @RequestParam(required = false) String receivedBy,
            @Parameter(description = "Now if absent") @RequestParam(required = false) Instant receivedAt,
            @RequestBody byte[] content) {
        visible(by, shipment);
        ProofJson added = ProofJson.of(proofs.add(by, shipment, receivedBy, receivedAt, content));
        return ResponseEntity.created(URI.create(added.href())).body(added);
    }

    @GetMapping("/{shipment}/proofs/{id}")
    @Operation(summary = "Read the content of a proof of delivery")
    ResponseEntity<byte[]> proof(Actor by, @PathVariable String shipment, @PathVariable long id) {
        visible(by, shipment);
        ProofOfDelivery.File file = proofs.file(shipment, id);
        String ending = file.proof().contentType().replaceAll(".*/", "");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.proof().contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(shipment + "-proof-" + id + "." + ending)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + file.proof().sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(file.content());
    }

    private Consignment visible(Actor by, String shipment) {
        return consignments
                .ofShipment(shipments.shipment(by, shipment).number())
                .orElseThrow(() -> Problem.notFound("consignment of shipment", shipment));
    }

    private TrackingJson json(Actor by, Consignment consignment) {
        String shipment = consignment.shipmentNumber();
        return TrackingJson.of(
                consignment,
                tracking.vehicles(shipment),
                tracking.events(by, shipment),
                tracking.lines(shipment),
                proofs.of(shipment));
    }
}
