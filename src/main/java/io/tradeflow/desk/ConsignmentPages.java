package io.tradeflow.desk;

import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.ProofsOfDelivery;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.dispatch.TrackingReport;
import io.tradeflow.dispatch.Vehicle;
import io.tradeflow.ewaybill.EwayBill;
import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.ewaybill.Ports;
import io.tradeflow.fulfilment.InspectionPhotos;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.invoicing.DeliveryChallans;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.TypedForm;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dispatch desk: what is on its way, and one shipment with its papers, e-way bill, vehicles and events. */
@Controller
class ConsignmentPages {

    private static final int MOST = 200;
    private static final String REFUSED = "refused-";

    private final Consignments consignments;
    private final Tracking tracking;
    private final ProofsOfDelivery proofs;
    private final InspectionPhotos photos;
    private final Shipments shipments;
    private final EwayBills bills;
    private final Ports ports;
    private final DeliveryChallans challans;
    private final Clock clock;

    ConsignmentPages(
            Consignments consignments,
            Tracking tracking,
            ProofsOfDelivery proofs,
            InspectionPhotos photos,
            Shipments shipments,
            EwayBills bills,
            Ports ports,
            DeliveryChallans challans,
            Clock clock) {
        this.consignments = consignments;
        this.tracking = tracking;
        this.proofs = proofs;
        this.photos = photos;
        this.shipments = shipments;
        this.bills = bills;
        this.ports = ports;
        this.challans = challans;
        this.clock = clock;
    }

    /** One line of the list. */
    record Row(Consignment consignment, Shipment shipment, boolean billMissing) {}

    @GetMapping("/desk/consignments")
    String list(Actor.Staff by, @RequestParam(defaultValue = "false") boolean over, Model model) {
        List<Row> rows = consignments.list(over, MOST).stream()
                .map(consignment -> new Row(
                        consignment,
                        shipments.shipment(consignment.shipmentNumber()),
                        bills.ofShipment(consignment.shipmentNumber())
                                .map(EwayBill::isMissing)
                                .orElse(false)))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("over", over);
        return "desk/consignments";
    }

    @GetMapping("/desk/consignments/{shipment}")
    String one(Actor.Staff by, @PathVariable String shipment, Model model) {
        Shipment found = shipments.shipment(by, shipment);
        Optional<Consignment> consignment = consignments.ofShipment(shipment);
        model.addAttribute("shipment", found);
        model.addAttribute("consignment", consignment.orElse(null));
        model.addAttribute("events", tracking.events(by, shipment));
        model.addAttribute("vehicles", tracking.vehicles(shipment));
        model.addAttribute("lines", tracking.lines(shipment));
        model.addAttribute("kinds", tracking.kinds());
        model.addAttribute("reasons", Vehicle.Reason.values());
        model.addAttribute("photos", photos.of(shipment));
        model.addAttribute("proofs", proofs.of(shipment));
        model.addAttribute("bill", bills.ofShipment(shipment).orElse(null));
        boolean export = bills.isExport(shipment);
        model.addAttribute("export", export);
        model.addAttribute("port", bills.port(shipment).orElse(null));
        model.addAttribute("ports", export ? ports.all() : List.of());
        model.addAttribute("estimatedKm", bills.estimatedKm(shipment).orElse(null));
        model.addAttribute("challan", challans.ofShipment(shipment).orElse(null));
        model.addAttribute("mayReport", tracking.mayReport(by));
        model.addAttribute("mayKeepBill", bills.mayKeep(by));
        return "desk/consignment";
    }

    @PostMapping("/desk/consignments/{shipment}/events")
    String report(
            Actor.Staff by,
            @PathVariable String shipment,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Map<Integer, BigDecimal> refused = new HashMap<>();
            fields.keySet().stream()
                    .filter(name -> name.matches(REFUSED + "[0-9]{1,6}"))
                    .forEach(name -> {
                        BigDecimal quantity = typed.decimal(name);
                        if (quantity != null && quantity.signum() != 0) {
                            refused.put(Integer.valueOf(name.substring(REFUSED.length())), quantity);
                        }
                    });
            TrackingReport report = new TrackingReport(
                    null,
                    typed.text("kind"),
                    moment(typed.text("occurredAt"), "occurredAt"),
                    typed.text("place"),
                    typed.text("note"),
                    typed.text("receivedBy"),
                    typed.date("expectedOn"),
                    refused);
            typed.requireReadable();
            tracking.report(by, shipments.shipment(by, shipment).number(), report);
            return "The event is kept.";
        });
        return "redirect:/desk/consignments/{shipment}";
    }

    @PostMapping("/desk/consignments/{shipment}/vehicles")
    String changeVehicle(
            Actor.Staff by,
            @PathVariable String shipment,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Vehicle.Reason reason = typed.choice("reason", Vehicle.Reason.class);
            typed.requireReadable();
            tracking.changeVehicle(
                    by,
                    shipments.shipment(by, shipment).number(),
                    typed.text("vehicleNumber"),
                    typed.text("transportDocumentNumber"),
                    typed.text("fromPlace"),
                    reason,
                    typed.text("remark"));
            return "The vehicle is kept.";
        });
        return "redirect:/desk/consignments/{shipment}";
    }

    @PostMapping("/desk/consignments/{shipment}/proofs")
    String addProof(
            Actor.Staff by,
            @PathVariable String shipment,
            @RequestParam Map<String, String> fields,
            @RequestParam MultipartFile file,
            RedirectAttributes nextPage)
            throws IOException {
        byte[] content = file.getBytes();
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            proofs.add(
                    by,
                    shipments.shipment(by, shipment).number(),
                    typed.text("receivedBy"),
                    moment(typed.text("receivedAt"), "receivedAt"),
                    content);
            return "The proof of delivery is added; the buyer sees it too.";
        });
        return "redirect:/desk/consignments/{shipment}";
    }

    @PostMapping("/desk/consignments/{shipment}/eway-bill")
    String recordBill(
            Actor.Staff by,
            @PathVariable String shipment,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            Integer km = typed.wholeNumber("distanceKm");
            typed.requireReadable();
            EwayBill kept = bills.record(
                    by,
                    shipments.shipment(by, shipment).number(),
                    new EwayBills.Recorded(
                            typed.text("ewayBillNumber"),
                            moment(typed.text("generatedAt"), "generatedAt"),
                            km,
                            typed.text("overDimensional") != null,
                            null,
                            null));
            return "E-way bill " + kept.number() + " is recorded.";
        });
        return "redirect:/desk/consignments/{shipment}";
    }

    @PostMapping("/desk/consignments/{shipment}/port-of-loading")
    String choosePort(
            Actor.Staff by,
            @PathVariable String shipment,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            bills.choosePort(by, shipments.shipment(by, shipment).number(), typed.text("port"));
            return "The e-way bill goes to " + typed.text("port") + ".";
        });
        return "redirect:/desk/consignments/{shipment}";
    }

    /** As a browser writes it, in the seller's zone; null for nothing. */
    private Instant moment(String typed, String field) {
        try {
            return typed == null
                    ? null
                    : LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("invalid-form", field, "'" + typed + "' is no day and time");
        }
    }
}
