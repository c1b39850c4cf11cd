package io.tradeflow.portal;

import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.ProofsOfDelivery;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A buyer follows a consignment of the own company. */
@Controller("portalConsignmentPages")
class ConsignmentPages {

    private final Consignments consignments;
    private final Tracking tracking;
    private final ProofsOfDelivery proofs;
    private final Shipments shipments;

    ConsignmentPages(Consignments consignments, Tracking tracking, ProofsOfDelivery proofs, Shipments shipments) {
        this.consignments = consignments;
        this.tracking = tracking;
        this.proofs = proofs;
        this.shipments = shipments;
    }

    @GetMapping("/portal/consignments/{number}")
    String one(Actor.BuyerUser by, @PathVariable String number, Model model) {
        Shipment shipment = shipments.shipment(by, number);
        Consignment consignment =
                consignments.ofShipment(number).orElseThrow(() -> Problem.notFound("consignment of shipment", number));
        model.addAttribute("shipment", shipment);
        model.addAttribute("consignment", consignment);
        model.addAttribute("events", tracking.events(by, number));
        model.addAttribute("vehicles", tracking.vehicles(number));
        model.addAttribute("lines", tracking.lines(number));
        model.addAttribute("proofs", proofs.of(number));
        return "portal/consignment";
    }
}
