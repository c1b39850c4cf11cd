package io.tradeflow.fulfilment;

import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.fulfilment.Shipment.Status;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of the warehouse, made when somebody asks for them so that no step of a deal waits for a printer: picking list, shipping labels,
 * certificate of QC. What was printed is kept; where the shipment has changed since, the paper becomes its next revision.
 */
@Service
@Transactional
public class ShipmentPapers {

    private final Inspecting inspecting;
    private final StoredShipments stored;
    private final ShipmentPrints prints;
    private final Documents documents;

    ShipmentPapers(StoredShipments stored, ShipmentPrints prints, Documents documents, Inspecting inspecting) {
        this.inspecting = inspecting;
        this.stored = stored;
        this.prints = prints;
        this.documents = documents;
    }

    /** Where the goods lie, by zone and bin. @throws Problem {@code shipment-state} before the list is released; not-found for buyers */
    public FrozenDocument pickingList(Actor by, String number) {
        StoredShipment shipment = forStaff(by, number);
        require(shipment, Status.PICKING, "its picking list is released");
        return freeze(DocumentKind.PICKING_LIST, shipment, prints.pickingList(shipment));
    }

    /** One label per package. @throws Problem {@code shipment-state} before it is packed; not-found for buyers */
    public FrozenDocument shippingLabels(Actor by, String number) {
        StoredShipment shipment = forStaff(by, number);
        require(shipment, Status.PACKED, "it is packed");
        return freeze(DocumentKind.SHIPPING_LABEL, shipment, prints.labels(shipment));
    }

    /** What inspection found. Buyers get it for their own shipments. @throws Problem {@code shipment-state} before it is inspected */
    public FrozenDocument qcCertificate(Actor by, String number) {
        StoredShipment shipment = find(by, number);
        require(shipment, Status.INSPECTED, "it is inspected");
        Inspection inspection =
                shipment.inspection(inspecting.found(number)).orElseThrow(() -> notYet(shipment, "it is inspected"));
        return freeze(DocumentKind.QC_CERTIFICATE, shipment, prints.certificate(shipment, inspection));
    }

    private FrozenDocument freeze(DocumentKind kind, StoredShipment stored, Object print) {
        Shipment shipment = stored.toShipment();
        return documents.freezeCurrent(kind, shipment.number(), shipment.dealNumber(), shipment.buyerCode(), print);
    }

    private StoredShipment forStaff(Actor by, String number) {
        if (by instanceof Actor.BuyerUser) {
            throw Problem.notFound("shipment", number);
        }
        return find(by, number);
    }

    private StoredShipment find(Actor by, String number) {
        return stored.findByNumber(number)
                .filter(shipment -> !(by instanceof Actor.BuyerUser user)
                        || user.buyerCode().equals(shipment.toShipment().buyerCode()))
                .orElseThrow(() -> Problem.notFound("shipment", number));
    }

    private static void require(StoredShipment shipment, Status reached, String when) {
        if (shipment.status() == Status.CANCELLED || shipment.status().compareTo(reached) < 0) {
            throw notYet(shipment, when);
        }
    }

    private static Problem notYet(StoredShipment shipment, String when) {
        return Problem.conflict(
                "shipment-state",
                "Not there yet",
                "Shipment " + shipment.number() + " is " + shipment.status().label() + "; this can be printed once "
                        + when);
    }
}
