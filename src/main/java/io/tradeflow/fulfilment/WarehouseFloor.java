package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.Shipment.Status;
import io.tradeflow.fulfilment.Shipments.Outcome;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What picking, inspection and packing do to a shipment and to the stock behind it; each step counts once. */
@Component
class WarehouseFloor {

    private final Allocations allocations;
    private final PackageTable packages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WarehouseFloor(Allocations allocations, PackageTable packages, ApplicationEventPublisher events, Clock clock) {
        this.allocations = allocations;
        this.packages = packages;
        this.events = events;
        this.clock = clock;
    }

    Outcome pick(StoredShipment shipment, Actor by, Map<Integer, BigDecimal> picked) {
        if (shipment.isBeyond(Status.PICKING)) {
            return shipment.outcome();
        }
        WarehouseCheck.picked(shipment, picked, LocalDate.now(clock));
        shipment.pick(picked, by, clock.instant());
        Map<Long, BigDecimal> found = new HashMap<>();
        Map<Long, BigDecimal> expired = new HashMap<>();
        for (StoredShipmentLine line : shipment.lines()) {
            if (line.isExpired(LocalDate.now(clock))) {
                expired.put(line.allocationId(), line.planned());
            } else if (line.picked().compareTo(line.planned()) < 0) {
                found.put(line.allocationId(), line.picked());
            }
        }
        allocations.shortPick(found, "Not found when picking " + shipment.number() + " (" + by.name() + ")");
        allocations.quarantine(expired, "Expired before picking " + shipment.number());
        if (shipment.outcome() != Outcome.COMPLETE) {
            tell(shipment, "Less was picked for " + shipment.number() + " than planned; the rest is open again", by);
        }
        return shipment.outcome();
    }

    Outcome inspect(StoredShipment shipment, Actor by, Map<Integer, BigDecimal> rejected, String remark) {
        if (shipment.isBeyond(Status.PICKED)) {
            return inspectionOutcome(shipment);
        }
        WarehouseCheck.inspected(shipment, rejected, remark);
        shipment.inspect(rejected, remark, by, clock.instant());
        Map<Long, BigDecimal> held = new HashMap<>();
        for (StoredShipmentLine line : shipment.lines()) {
            BigDecimal quantity = rejected.getOrDefault(line.lineNo(), BigDecimal.ZERO);
            if (quantity.signum() > 0) {
                held.put(line.allocationId(), quantity);
            }
        }
        if (!held.isEmpty()) {
            allocations.quarantine(held, remark);
            tell(shipment, "Inspection held back goods of " + shipment.number() + ": " + remark, by);
        }
        return inspectionOutcome(shipment);
    }

    void pack(StoredShipment shipment, Actor by, int packages, BigDecimal grossWeightKg, String note) {
        if (shipment.isBeyond(Status.INSPECTED)) {
            return;
        }
        WarehouseCheck.packed(shipment, packages, grossWeightKg, note);
        shipment.pack(packages, grossWeightKg, note == null || note.isBlank() ? null : note, by, clock.instant());
        this.packages.replace(
                shipment.number(), EqualPackages.of(packages, grossWeightKg, shipment.quantitiesByLine()));
        events.publishEvent(DealProgress.noted(
                shipment.dealNumber(),
                "Shipment packed: " + packages + (packages == 1 ? " package" : " packages"),
                shipment.number(),
                by));
    }

    /** Measured against what was picked: a shipment picked short and passed whole is complete here. */
    private static Outcome inspectionOutcome(StoredShipment shipment) {
        if (shipment.outcome() == Outcome.NOTHING) {
            return Outcome.NOTHING;
        }
        boolean allPassed =
                shipment.lines().stream().allMatch(line -> line.quantity().compareTo(line.picked()) == 0);
        return allPassed ? Outcome.COMPLETE : Outcome.SHORT;
    }

    private void tell(StoredShipment shipment, String fact, Actor by) {
        events.publishEvent(DealProgress.internal(shipment.dealNumber(), fact, shipment.number(), by));
    }
}
