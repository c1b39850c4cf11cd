package io.tradeflow.ewaybill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.document.Copy;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.PrintedDocument;
import io.tradeflow.ewaybill.EwayBill;
import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.ewaybill.Port;
import io.tradeflow.ewaybill.Waybills;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The e-way bill and the consignment note of a shipment. */
@RestController
@RequestMapping("/api/v1/shipments/{number}")
@Tag(name = "E-way bills", description = "What goods on the road must carry (CGST rule 138)")
class EwayBillResource {

    private final EwayBills bills;
    private final Waybills waybills;
    private final Shipments shipments;
    private final Documents documents;

    EwayBillResource(EwayBills bills, Waybills waybills, Shipments shipments, Documents documents) {
        this.bills = bills;
        this.waybills = waybills;
        this.shipments = shipments;
        this.documents = documents;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EwayBill")
    record BillJson(
            String shipmentNumber,
            String documentType,
            String documentNumber,
            boolean needed,
            String reason,
            @Schema(description = "INR, without exempt goods") BigDecimal consignmentValue,
            String number,
            Instant generatedAt,
            Integer distanceKm,
            @Schema(description = "Whether distanceKm is the one of our tables, because nobody said it")
                    Boolean distanceEstimated,
            @Schema(description = "How far to the transporter's place, where no vehicle takes the goods from here")
                    Integer transporterKm,
            boolean overDimensional,
            @Schema(description = "Absent until Part B is there") Instant validUntil,
            String waivedBecause,
            Instant cancelledAt,
            @Schema(description = "By our tables, before a number is recorded") Integer estimatedKm,
            @Schema(description = "Code of the port an export goes to") String port) {

        static BillJson of(EwayBill bill, Integer estimatedKm, String port) {
            return new BillJson(
                    bill.shipmentNumber(),
                    bill.documentType(),
                    bill.documentNumber(),
                    bill.needed(),
                    bill.reason(),
                    bill.consignmentValue(),
                    bill.number(),
                    bill.generatedAt(),
                    bill.distanceKm(),
                    bill.number() == null ? null : bill.distanceEstimated(),
                    bill.transporterKm(),
                    bill.overDimensional(),
                    bill.validUntil(),
                    bill.waivedBecause(),
                    bill.cancelledAt(),
                    bill.number() == null ? estimatedKm : null,
                    port);
        }
    }

    @Schema(name = "EwayBillNumber")
    record Recorded(
            @Schema(description = "Twelve digits") String number,
            @Schema(description = "Now if absent") Instant generatedAt,
            Integer distanceKm,
            Boolean overDimensional,
            @Schema(
                            description =
                                    "Whether the portal has Part B already; what the hand-over says if absent, else time runs"
                                            + " once vehicle or transport document are known")
                    Boolean withPartB) {}

    @Schema(name = "PortOfLoadingChoice")
    record PortChoice(@Schema(description = "Code of the port", example = "INNSA1") String port) {}

    @Schema(name = "EwayBillExtension")
    record Extension(int remainingKm) {}

    @Schema(name = "EwayBillCancellation")
    record Cancellation(
            @Schema(description = "1 duplicate, 2 order cancelled, 3 data entry mistake, 4 others") int code,
            String remark) {}

    @GetMapping("/eway-bill")
    @Operation(
            summary = "Whether a shipment needs an e-way bill and why, and the e-way bill if there is one; staff only",
            description = "409 no-tax-document before the shipment is invoiced or has its challan")
    BillJson bill(Actor.Staff by, @PathVariable String number) {
        String shipment = shipments.shipment(by, number).number();
        return json(bills.ofShipment(shipment).orElseGet(() -> bills.decide(shipment)));
    }

    private BillJson json(EwayBill bill) {
        return BillJson.of(
                bill,
                bills.estimatedKm(bill.shipmentNumber()).orElse(null),
                bills.port(bill.shipmentNumber()).map(Port::code).orElse(null));
    }

    @PutMapping("/port-of-loading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say to which port the goods of an export go; warehouse, stock planners and finance",
            description =
                    "Without it, the port that the order's delivery rule names. 409 no-export for goods that stay in India")
    void choosePort(Actor.Staff by, @PathVariable String number, @RequestBody PortChoice sent) {
        bills.choosePort(by, shipments.shipment(by, number).number(), sent.port());
    }

    @GetMapping("/eway-bill.json")
    @Operation(
            summary = "The JSON for the e-way bill portal, checked against our schema; staff only",
            description = "With Part B once the shipment is handed over")
    ResponseEntity<JsonNode> json(
            Actor.Staff by,
            @PathVariable String number,
            @Parameter(description = "0 lets the portal take the distance between the PIN codes")
                    @RequestParam(defaultValue = "0")
                    int distanceKm) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + "-eway-bill.json")
                                .build()
                                .toString())
                .body(bills.json(shipments.shipment(by, number).number(), distanceKm));
    }

    @PostMapping("/eway-bill")
    @Operation(summary = "Record the number the portal gave", description = "Warehouse, stock planners and finance.")
    BillJson record(Actor.Staff by, @PathVariable String number, @RequestBody Recorded sent) {
        return json(bills.record(
                by,
                shipments.shipment(by, number).number(),
                new EwayBills.Recorded(
                        sent.number(),
                        sent.generatedAt(),
                        sent.distanceKm(),
                        Boolean.TRUE.equals(sent.overDimensional()),
                        sent.withPartB(),
                        null)));
    }

    @PostMapping("/eway-bill/extension")
    @Operation(summary = "Record that the portal extended it; eight hours before its end to eight hours after")
    BillJson extend(Actor.Staff by, @PathVariable String number, @RequestBody Extension sent) {
        return json(bills.extend(by, shipments.shipment(by, number).number(), sent.remainingKm()));
    }

    @PostMapping("/eway-bill/cancellation")
    @Operation(summary = "Record that the portal cancelled it; within 24 hours of its making")
    BillJson cancel(Actor.Staff by, @PathVariable String number, @RequestBody Cancellation sent) {
        return json(bills.cancel(by, shipments.shipment(by, number).number(), sent.code(), sent.remark()));
    }

    @GetMapping(path = "/papers/consignment-note", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The consignment note as PDF, once the shipment is handed over")
    ResponseEntity<byte[]> consignmentNote(Actor by, @PathVariable String number) {
        FrozenDocument note = waybills.consignmentNote(by, number);
        PrintedDocument printed = documents.printed(by, note.id(), Copy.ORIGINAL);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(note.fileName())
                                .build()
                                .toString())
                .eTag("\"" + printed.sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(printed.pdf());
    }
}
