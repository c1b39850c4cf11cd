package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.Shipment.Status;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shipments from plan to packed. */
@Service
@Transactional
public class Shipments {

    /** What a warehouse step brought: all of it, part of it (the rest is open again), or nothing (the shipment is cancelled). */
    public enum Outcome {
        COMPLETE,
        SHORT,
        NOTHING
    }

    private final StoredShipments stored;
    private final ShipmentPlan plan;
    private final WarehouseFloor floor;
    private final PackingSlips slips;
    private final PackageTable packages;
    private final Inspecting inspecting;
    private final Clock clock;

    Shipments(
            StoredShipments stored,
            ShipmentPlan plan,
            WarehouseFloor floor,
            PackingSlips slips,
            PackageTable packages,
            Inspecting inspecting,
            Clock clock) {
        this.inspecting = inspecting;
        this.packages = packages;
        this.stored = stored;
        this.plan = plan;
        this.floor = floor;
        this.slips = slips;
        this.clock = clock;
    }

    /** Makes one shipment per warehouse out of what is allocated and not in a shipment; returns the numbers of those not yet started. May be repeated. */
    public List<String> plan(String orderNumber) {
        plan.plan(orderNumber);
        return stored.planned(orderNumber);
    }

    /** Numbers of shipments that are planned and not started. */
    @Transactional(readOnly = true)
    public List<String> planned(String orderNumber) {
        return stored.planned(orderNumber);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Shipment shipment(String number) {
        return find(number).toShipment();
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Shipment.Kind kind(String number) {
        return find(number).kind();
    }

    /** As this actor may see it. @throws Problem not-found if there is none, or it is another company's */
    @Transactional(readOnly = true)
    public Shipment shipment(Actor by, String number) {
        Shipment shipment = shipment(number);
        if (!maySee(by, shipment)) {
            throw Problem.notFound("shipment", number);
        }
        return shipment;
    }

    @Transactional(readOnly = true)
    public List<Shipment> ofOrder(String orderNumber) {
        return stored.ofOrder(orderNumber).stream()
                .map(StoredShipment::toShipment)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Shipment> ofDeal(String dealNumber) {
        return stored.ofDeal(dealNumber).stream()
                .map(StoredShipment::toShipment)
                .toList();
    }

    /** The deal's shipments this actor may see: a buyer's user sees the own company's only. */
    @Transactional(readOnly = true)
    public List<Shipment> ofDeal(Actor by, String dealNumber) {
        return ofDeal(dealNumber).stream()
                .filter(shipment -> maySee(by, shipment))
                .toList();
    }

    /** Its packages by number; none before it is packed. */
    @Transactional(readOnly = true)
    public List<Shipment.Package> packages(String number) {
        return packages.of(number);
    }

    /** What inspection found; empty where it was not inspected. @throws Problem not-found */
    @Transactional(readOnly = true)
    public Optional<Inspection> inspection(String number) {
        return find(number).inspection(inspecting.found(number));
    }

    /** The pick list goes to the warehouse. May be repeated. */
    public Shipment releasePickList(String number) {
        StoredShipment shipment = find(number);
        shipment.releasePickList(clock.instant());
        return shipment.toShipment();
    }

    /** @throws Problem per line where more is picked than planned, or a line is missing, or a batch has expired */
    @Transactional(readOnly = true)
    public void checkPick(String number, Map<Integer, BigDecimal> pickedByLine) {
        StoredShipment shipment = find(number);
        shipment.require(Status.PICKING);
        WarehouseCheck.picked(shipment, pickedByLine, LocalDate.now(clock));
    }

    /**
     * Keeps what was really picked, by the shipment's line. What was not found is written off, its bin wants counting, and the rest is open
     * again for the order; an expired batch is held back instead. May be repeated: the first pick counts.
     */
    public Outcome recordPick(String number, Actor by, Map<Integer, BigDecimal> pickedByLine) {
        return floor.pick(find(number), by, pickedByLine);
    }

    /** Whether some of it is to be inspected; otherwise all of it counts as passed. May be repeated. */
    public boolean passToInspection(String number, boolean wanted) {
        StoredShipment shipment = find(number);
        if (wanted && !shipment.toInspect().isEmpty()) {
            return true;
        }
        shipment.skipInspection();
        return false;
    }

    /** @throws Problem per line where more is rejected than picked, or a reason is missing */
    @Transactional(readOnly = true)
    public void checkInspection(String number, Map<Integer, BigDecimal> rejectedByLine, String remark) {
        StoredShipment shipment = find(number);
        shipment.require(Status.PICKED);
        WarehouseCheck.inspected(shipment, rejectedByLine, remark, inspecting.contradictions(shipment, rejectedByLine));
    }

    /** Holds back what did not pass; it is open again for the order. May be repeated: the first inspection counts. */
    public Outcome recordInspection(String number, Actor by, Map<Integer, BigDecimal> rejectedByLine, String remark) {
        return floor.inspect(find(number), by, rejectedByLine, remark);
    }

    /** @throws Problem when packages or weight make no sense */
    public void checkPacking(String number, int packages, BigDecimal grossWeightKg) {
        checkPacking(number, packages, grossWeightKg, null);
    }

    /** @throws Problem when packages, weight or note make no sense */
    @Transactional(readOnly = true)
    public void checkPacking(String number, int packages, BigDecimal grossWeightKg, String note) {
        StoredShipment shipment = find(number);
        shipment.require(Status.INSPECTED);
        WarehouseCheck.packed(shipment, packages, grossWeightKg, note);
    }

    /** May be repeated: the first packing counts. */
    public void recordPacking(String number, Actor by, int packages, BigDecimal grossWeightKg, String note) {
        floor.pack(find(number), by, packages, grossWeightKg, note);
    }

    /** With the packages as they were packed one by one. May be repeated: the first packing counts. */
    public void recordPackingAsKept(String number, Actor by, String note) {
        floor.packAsKept(find(number), by, note);
    }

    /** Freezes and renders the packing slip. May be repeated. */
    public void issuePackingSlip(String number) {
        slips.issue(find(number));
    }

    /** The consignment has left; called by dispatch. May be repeated. */
    public void markDispatched(String number) {
        StoredShipment shipment = find(number);
        if (shipment.status() != Status.DISPATCHED) {
            shipment.dispatched(clock.instant());
        }
    }

    private StoredShipment find(String number) {
        return stored.findByNumber(number).orElseThrow(() -> Problem.notFound("shipment", number));
    }

    private static boolean maySee(Actor by, Shipment shipment) {
        return !(by instanceof Actor.BuyerUser user) || user.buyerCode().equals(shipment.buyerCode());
    }
}
