package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.fulfilment.Inspection;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shipments")
@Tag(name = "Shipments", description = "Goods on their way to the buyer; a buyer's user sees the own company's only")
class ShipmentResource {

    private final Shipments shipments;
    private final Inquiries inquiries;
    private final Deals deals;

    ShipmentResource(Shipments shipments, Inquiries inquiries, Deals deals) {
        this.shipments = shipments;
        this.inquiries = inquiries;
        this.deals = deals;
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read a shipment with its lines; for staff it is the pick list")
    ShipmentJson shipment(Actor by, @PathVariable String number) {
        return json(shipments.shipment(by, number), by);
    }

    @GetMapping("/{number}/packages")
    @Operation(summary = "Read the packages of a shipment with what is in each; none before it is packed")
    List<Shipment.Package> packages(Actor by, @PathVariable String number) {
        return shipments.packages(shipments.shipment(by, number).number());
    }

    @GetMapping("/{number}/inspection")
    @Operation(summary = "Read what inspection found in a shipment")
    Inspection inspection(Actor by, @PathVariable String number) {
        return shipments
                .inspection(shipments.shipment(by, number).number())
                .orElseThrow(() -> Problem.notFound("inspection of shipment", number));
    }

    @GetMapping
    @Operation(summary = "List the shipments of a deal, oldest first")
    List<ShipmentJson> ofDeal(Actor by, @Parameter(description = "Number of the deal") @RequestParam String deal) {
        deals.deal(by, deal);
        return shipments.ofDeal(by, deal).stream()
                .map(shipment -> json(shipment, by))
                .toList();
    }

    private ShipmentJson json(Shipment shipment, Actor by) {
        return ShipmentJson.of(
                shipment,
                by instanceof Actor.BuyerUser
                        ? null
                        : inquiries.inquiry(shipment.dealNumber()).handling(),
                by);
    }
}
