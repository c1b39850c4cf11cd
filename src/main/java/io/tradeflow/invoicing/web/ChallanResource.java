package io.tradeflow.invoicing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.invoicing.ChallanPurpose;
import io.tradeflow.invoicing.DeliveryChallan;
import io.tradeflow.invoicing.DeliveryChallans;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Delivery challans over HTTP. */
@RestController
@RequestMapping("/api/v1/shipments/{number}/delivery-challan")
@Tag(name = "Shipments", description = "Goods on their way to the buyer; a buyer's user sees the own company's only")
class ChallanResource {

    private final DeliveryChallans challans;
    private final Shipments shipments;

    ChallanResource(DeliveryChallans challans, Shipments shipments) {
        this.challans = challans;
        this.shipments = shipments;
    }

    /** Why the goods move without an invoice. */
    @Schema(name = "ChallanRequest")
    record Request(ChallanPurpose purpose) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeliveryChallan")
    record ChallanJson(
            String number,
            String shipmentNumber,
            ChallanPurpose purpose,
            LocalDate issuedOn,
            String sellerGstin,
            String placeOfSupply,
            BigDecimal taxableValue,
            BigDecimal cgst,
            BigDecimal sgst,
            BigDecimal igst,
            BigDecimal total,
            List<Line> lines,
            @Schema(description = "PDF; copies DUPLICATE and TRIPLICATE with ?copy=") String href) {

        @Schema(name = "ChallanLine")
        record Line(
                int lineNo,
                String sku,
                String description,
                String hsn,
                BigDecimal quantity,
                String unit,
                BigDecimal taxableValue,
                BigDecimal rate) {}

        static ChallanJson of(DeliveryChallan challan) {
            return new ChallanJson(
                    challan.number(),
                    challan.shipmentNumber(),
                    challan.purpose(),
                    challan.issuedOn(),
                    challan.sellerGstin(),
                    challan.placeOfSupplyCode(),
                    challan.taxableValue(),
                    challan.cgst(),
                    challan.sgst(),
                    challan.igst(),
                    challan.total(),
                    challan.lines().stream()
                            .map(line -> new Line(
                                    line.lineNo(),
                                    line.sku(),
                                    line.description(),
                                    line.tax().hsn(),
                                    line.quantity().plain(),
                                    line.quantity().unit(),
                                    line.tax().taxableValue(),
                                    line.tax().rate()))
                            .toList(),
                    "/api/v1/documents/" + challan.documentId());
        }
    }

    @PostMapping
    @Operation(
            summary = "Issue the delivery challan of a packed shipment",
            description = "Warehouse, stock planners and finance. A shipment has one; asking again gives the same.")
    ResponseEntity<ChallanJson> issue(Actor by, @PathVariable String number, @RequestBody Request request) {
        ChallanJson issued =
                ChallanJson.of(challans.issue(by, shipments.shipment(by, number).number(), request.purpose()));
        return ResponseEntity.created(URI.create("/api/v1/shipments/" + number + "/delivery-challan"))
                .body(issued);
    }

    @GetMapping
    @Operation(summary = "Read the delivery challan of a shipment; 404 where it has none")
    ChallanJson challan(Actor by, @PathVariable String number) {
        return challans.ofShipment(by, shipments.shipment(by, number).number())
                .map(ChallanJson::of)
                .orElseThrow(() -> Problem.notFound("delivery challan of shipment", number));
    }
}
