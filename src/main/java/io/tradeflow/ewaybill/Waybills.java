package io.tradeflow.ewaybill;

import io.tradeflow.dispatch.Carrier;
import io.tradeflow.dispatch.Carriers;
import io.tradeflow.dispatch.Consignment;
import io.tradeflow.dispatch.Consignments;
import io.tradeflow.dispatch.HandOver;
import io.tradeflow.dispatch.Tracking;
import io.tradeflow.document.DocumentKind;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.PartyPrint;
import io.tradeflow.document.ReferencePrint;
import io.tradeflow.document.WaybillPrint;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Letterhead;
import io.tradeflow.party.Parties;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consignment note of a shipment that is handed over, made when somebody asks for it; a new vehicle makes it the next revision. */
@Service
@Transactional
public class Waybills {

    private static final String RUPEE = "INR";

    private final Shipments shipments;
    private final Consignments consignments;
    private final Carriers carriers;
    private final Tracking tracking;
    private final SalesOrders orders;
    private final Parties parties;
    private final Stock stock;
    private final EwayDocuments taxDocuments;
    private final EwayBillTable bills;
    private final Documents documents;
    private final Clock clock;

    Waybills(
            Shipments shipments,
            Consignments consignments,
            Carriers carriers,
            Tracking tracking,
            SalesOrders orders,
            Parties parties,
            Stock stock,
            EwayDocuments taxDocuments,
            EwayBillTable bills,
            Documents documents,
            Clock clock) {
        this.shipments = shipments;
        this.consignments = consignments;
        this.carriers = carriers;
        this.tracking = tracking;
        this.orders = orders;
        this.parties = parties;
        this.stock = stock;
        this.taxDocuments = taxDocuments;
        this.bills = bills;
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws Problem not-found, also where the shipment is another company's; {@code not-handed-over} */
    public FrozenDocument consignmentNote(Actor by, String shipmentNumber) {
        Shipment shipment = shipments.shipment(by, shipmentNumber);
        Consignment consignment = consignments
                .ofShipment(shipmentNumber)
                .orElseThrow(() -> Problem.conflict(
                        "not-handed-over",
                        "Not handed over",
                        "Shipment " + shipmentNumber + " is not handed over to a carrier yet"));
        return documents.freezeCurrent(
                DocumentKind.WAYBILL,
                shipmentNumber,
                shipment.dealNumber(),
                shipment.buyerCode(),
                print(shipment, consignment));
    }

    private WaybillPrint print(Shipment shipment, Consignment consignment) {
        SalesOrder order = orders.order(shipment.orderNumber());
        Buyer buyer = parties.buyer(shipment.buyerCode());
        Branch branch = parties.branch(shipment.branchCode());
        Warehouse warehouse = stock.warehouse(shipment.warehouseCode());
        HandOver handOver = consignment.handOver();
        EwayDocument tax = taxDocuments.of(shipment);
        Optional<EwayBill> bill = bills.find(shipment.number()).filter(known -> known.cancelledAt() == null);
        String mode = handOver.mode().label();
        return new WaybillPrint(
                shipment.number(),
                day(consignment.handedOverAt()),
                Letterhead.of(parties.seller(), branch, day(consignment.handedOverAt())),
                PartyPrint.of(warehouse.name(), warehouse.address(), branch.gstinOn(day(consignment.handedOverAt()))),
                PartyPrint.of(
                                buyer.legalName(),
                                order.shipTo() == null ? order.billTo() : order.shipTo(),
                                buyer.gstin())
                        .reachedBy(buyer.contactName(), buyer.phone(), buyer.email()),
                new ReferencePrint(
                        shipment.dealNumber(),
                        order.quoteNumber(),
                        order.number(),
                        shipment.number(),
                        order.poNumber(),
                        order.poDate()),
                handOver.carrier(),
                carriers.called(handOver.carrier()).map(Carrier::transporterId).orElse(null),
                Character.toUpperCase(mode.charAt(0)) + mode.substring(1),
                handOver.transportDocumentNumber(),
                handOver.trackingNumber(),
                handOver.freight().label(),
                handOver.expectedOn(),
                tracking.vehicles(shipment.number()).stream()
                        .map(vehicle -> new WaybillPrint.Vehicle(
                                vehicle.vehicleNumber(),
                                vehicle.fromPlace(),
                                day(vehicle.since()),
                                vehicle.reason().label()))
                        .toList(),
                ("CHL".equals(tax.docType()) ? "Delivery challan " : "Tax invoice ") + tax.number(),
                RUPEE,
                tax.total(),
                bill.map(EwayBill::number).orElse(null),
                bill.map(EwayBill::validUntil).map(this::day).orElse(null),
                shipment.packages(),
                shipment.grossWeightKg(),
                null,
                shipment.lines().stream()
                        .filter(line -> line.quantity().isPositive())
                        .map(line -> new WaybillPrint.Line(
                                line.lineNo(),
                                line.sku(),
                                line.description(),
                                line.hsn(),
                                line.quantity().value(),
                                line.quantity().unit()))
                        .toList(),
                consignment.handedOverBy());
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
