package io.tradeflow.dispatch;

import io.tradeflow.credit.Exposures;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands shipments over to carriers. */
@Service
@Transactional
public class Consignments {

    private final ConsignmentTable table;
    private final TrackingTable tracking;
    private final Carriers carriers;
    private final Shipments shipments;
    private final Allocations allocations;
    private final SalesOrders orders;
    private final Parties parties;
    private final Exposures exposures;
    private final Mails mails;
    private final ObjectProvider<HandOverCondition> conditions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consignments(
            ConsignmentTable table,
            TrackingTable tracking,
            Carriers carriers,
            Shipments shipments,
            Allocations allocations,
            SalesOrders orders,
            Parties parties,
            Exposures exposures,
            Mails mails,
            ObjectProvider<HandOverCondition> conditions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.tracking = tracking;
        this.carriers = carriers;
        this.shipments = shipments;
        this.allocations = allocations;
        this.orders = orders;
        this.parties = parties;
        this.exposures = exposures;
        this.mails = mails;
        this.conditions = conditions;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem per field, or {@code shipment-state} unless the shipment is packed */
    @Transactional(readOnly = true)
    public void checkHandOver(String shipmentNumber, HandOver handOver) {
        requirePacked(shipments.shipment(shipmentNumber));
        requireRight(shipmentNumber, HandOverCheck.tidy(handOver));
    }

    private void requireRight(String shipmentNumber, HandOver tidy) {
        HandOverCheck.check(tidy);
        List<Violation> wrong = conditions
                .orderedStream()
                .flatMap(condition -> condition.violations(shipmentNumber, tidy).stream())
                .toList();
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-hand-over", "The hand-over cannot be recorded", wrong);
        }
    }

    /** Keeps who takes the shipment and how; the goods have not left the books yet. May be repeated: the first one counts. */
    public void recordHandOver(String shipmentNumber, Actor by, HandOver handOver) {
        if (table.ofShipment(shipmentNumber).isPresent()) {
            return;
        }
        Shipment shipment = shipments.shipment(shipmentNumber);
        requirePacked(shipment);
        HandOver tidy = HandOverCheck.tidy(handOver);
        requireRight(shipmentNumber, tidy);
        Optional<Carrier> known = carriers.called(tidy.carrier());
        HandOver named = known.map(carrier -> tidy.with(carrier.name())).orElse(tidy);
        table.insert(shipment, named, known.map(Carrier::code).orElse(null), by.name());
        if (named.vehicleNumber() != null) {
            tracking.add(
                    shipmentNumber,
                    new Vehicle(
                            named.vehicleNumber(),
                            named.transportDocumentNumber(),
                            null,
                            Vehicle.Reason.FIRST,
                            null,
                            clock.instant(),
                            by.name()));
        }
        events.publishEvent(new HandedOver(shipmentNumber, named, by));
    }

    /**
     * The goods leave: stock goes down, the buyer is told by mail. May be repeated. Publishes {@link GoodsDispatched}.
     *
     * @throws Problem {@code not-handed-over} when no carrier has the shipment
     */
    public void dispatch(String shipmentNumber) {
        Consignment consignment = table.ofShipment(shipmentNumber)
                .orElseThrow(() -> Problem.conflict(
                        "not-handed-over",
                        "Not handed over",
                        "Shipment " + shipmentNumber + " is not handed over to a carrier yet"));
        if (!table.markDispatched(shipmentNumber)) {
            return;
        }
        shipments.markDispatched(shipmentNumber);
        allocations.dispatch(shipmentNumber);
        Shipment shipment = shipments.shipment(shipmentNumber);
        tracking.leaves(shipment);
        SalesOrder order = orders.order(shipment.orderNumber());
        if (shipments.kind(shipmentNumber) == Shipment.Kind.SALE) {
            // what replaces returned goods is invoiced already: nothing more is owed for it
            exposures.dispatched(order.debt(), shipmentNumber, order.worth(quantities(shipment)));
        }
        mails.queue(DispatchMail.of(
                shipment,
                order,
                parties.buyer(shipment.buyerCode()),
                consignment,
                parties.seller().tradeName()));
        events.publishEvent(DealProgress.reached(
                shipment.dealNumber(),
                DealStage.DISPATCHED,
                "Shipment dispatched with " + consignment.handOver().carrier(),
                shipmentNumber,
                Actor.PROGRAM));
        events.publishEvent(new GoodsDispatched(
                shipmentNumber,
                shipment.dealNumber(),
                shipment.orderNumber(),
                shipment.buyerName(),
                consignment.handOver().carrier()));
    }

    @Transactional(readOnly = true)
    public Optional<Consignment> ofShipment(String shipmentNumber) {
        return table.ofShipment(shipmentNumber);
    }

    @Transactional(readOnly = true)
    public List<Consignment> ofDeal(String dealNumber) {
        return table.ofDeal(dealNumber);
    }

    /** Those on their way, the most overdue first; or those that are over, the latest first. */
    @Transactional(readOnly = true)
    public List<Consignment> list(boolean over, int limit) {
        return table.list(over, limit);
    }

    private static Map<Integer, BigDecimal> quantities(Shipment shipment) {
        return shipment.lines().stream()
                .collect(Collectors.toMap(
                        Shipment.Line::orderLineNo, line -> line.quantity().value(), BigDecimal::add));
    }

    private static void requirePacked(Shipment shipment) {
        if (shipment.status() != Shipment.Status.PACKED) {
            throw Problem.conflict(
                    "shipment-state",
                    "Not possible now",
                    "Shipment " + shipment.number() + " is " + shipment.status().label()
                            + ", it would have to be packed");
        }
    }
}
