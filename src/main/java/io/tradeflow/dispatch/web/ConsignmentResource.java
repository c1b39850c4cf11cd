package io.tradeflow.dispatch.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shipments/{number}/consignment")
@Tag(name = "Shipments", description = "Goods on their way to the buyer; a buyer's user sees the own company's only")
class ConsignmentResource {

    private final Consignments consignments;
    private final Shipments shipments;

    ConsignmentResource(Consignments consignments, Shipments shipments) {
        this.consignments = consignments;
        this.shipments = shipments;
    }

    @GetMapping
    @Operation(summary = "Read which carrier has a shipment and how to follow it; 404 before it is handed over")
    ConsignmentJson consignment(Actor by, @PathVariable String number) {
        String visible = shipments.shipment(by, number).number();
        return consignments
                .ofShipment(visible)
                .map(ConsignmentJson::of)
                .orElseThrow(() -> Problem.notFound("consignment of shipment", number));
    }
}
