package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.Shipment.Status;
import io.tradeflow.fulfilment.Shipments.Outcome;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.ShipmentStock;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What picking, inspection and packing do to a shipment and to the stock behind it; each step counts once. */
@Component
class WarehouseFloor {

    private static final int LONGEST_REASON = 480;

    private final Allocations allocations;
    private final PackageTable packages;
    private final CountRequests counts;
    private final PickListTable pickLists;
    private final Inspecting inspecting;
    private final ShipmentStock stock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WarehouseFloor(
            Allocations allocations,
            PackageTable packages,
            CountRequests counts,
            PickListTable pickLists,
            Inspecting inspecting,
            ShipmentStock stock,
            ApplicationEventPublisher events,
            Clock clock) {
        this.counts = counts;
        this.pickLists = pickLists;
        this.inspecting = inspecting;
        this.stock = stock;
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
        List<StoredShipmentLine> now = shipment.toPick();
        shipment.pick(picked, by, clock.instant());
        Map<Long, BigDecimal> found = new HashMap<>();
        Map<Long, BigDecimal> missing = new HashMap<>();
        Map<Long, BigDecimal> expired = new HashMap<>();
        for (StoredShipmentLine line : now) {
            if (line.isExpired(LocalDate.now(clock))) {
                expired.put(line.allocationId(), line.planned());
            } else if (line.picked().compareTo(line.planned()) < 0) {
                found.put(line.allocationId(), line.picked());
                missing.put(line.allocationId(), line.planned().subtract(line.picked()));
            }
        }
        String reason = reason(shipment, by);
        allocations.shortPick(found, reason);
        counts.ask(shipment.number(), missing, reason);
        allocations.quarantine(expired, "Expired before picking " + shipment.number());
        Outcome outcome = outcome(shipment, now, StoredShipmentLine::planned);
        if (outcome != Outcome.COMPLETE) {
            tell(shipment, "Less was picked for " + shipment.number() + " than planned", by);
        }
        return outcome;
    }

    Outcome inspect(StoredShipment shipment, Actor by, Map<Integer, BigDecimal> rejected, String remark) {
        if (shipment.isBeyond(Status.PICKED)) {
            return outcome(shipment, shipment.lines(), StoredShipmentLine::picked);
        }
        WarehouseCheck.inspected(shipment, rejected, remark, inspecting.contradictions(shipment, rejected));
        List<StoredShipmentLine> now = shipment.toInspect();
        shipment.inspect(rejected, remark, by, clock.instant());
        Map<Long, BigDecimal> held = new HashMap<>();
        for (StoredShipmentLine line : now) {
            BigDecimal quantity = rejected.getOrDefault(line.lineNo(), BigDecimal.ZERO);
            if (quantity.signum() > 0) {
                held.put(line.allocationId(), quantity);
            }
        }
        if (!held.isEmpty()) {
            allocations.quarantine(held, remark);
            tell(shipment, "Inspection held back goods of " + shipment.number() + ": " + remark, by);
        }
        blockBatches(shipment, now, remark, by);
        return outcome(shipment, now, StoredShipmentLine::picked);
    }

    void pack(StoredShipment shipment, Actor by, int packages, BigDecimal grossWeightKg, String note) {
        if (shipment.isBeyond(Status.INSPECTED)) {
            return;
        }
        WarehouseCheck.packed(shipment, packages, grossWeightKg, note);
        shipment.pack(packages, grossWeightKg, note == null || note.isBlank() ? null : note, by, clock.instant());
        tellPacked(shipment, packages, by);
        this.packages.replace(
                shipment.number(), EqualPackages.of(packages, grossWeightKg, shipment.quantitiesByLine()));
    }

    /** The packages as they were packed one by one. */
    void packAsKept(StoredShipment shipment, Actor by, String note) {
        if (shipment.isBeyond(Status.INSPECTED)) {
            return;
        }
        List<Shipment.Package> kept = packages.of(shipment.number());
        BigDecimal weight = kept.stream().map(Shipment.Package::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        WarehouseCheck.packed(shipment, kept.size(), weight, note);
        shipment.pack(kept.size(), weight, note == null || note.isBlank() ? null : note, by, clock.instant());
        tellPacked(shipment, kept.size(), by);
    }

    private void tellPacked(StoredShipment shipment, int packages, Actor by) {
        events.publishEvent(DealProgress.noted(
                shipment.dealNumber(),
                "Shipment packed: " + packages + (packages == 1 ? " package" : " packages"),
                shipment.number(),
                by));
    }

    /** Measured by the lines of this step alone: what an earlier one lacked has been decided. */
    private static Outcome outcome(
            StoredShipment shipment, List<StoredShipmentLine> now, Function<StoredShipmentLine, BigDecimal> whole) {
        if (shipment.outcome() == Outcome.NOTHING) {
            return Outcome.NOTHING;
        }
        boolean all = now.stream().allMatch(line -> line.quantity().compareTo(whole.apply(line)) == 0);
        return all ? Outcome.COMPLETE : Outcome.SHORT;
    }

    private void blockBatches(StoredShipment shipment, List<StoredShipmentLine> now, String remark, Actor by) {
        Set<Integer> blocked = inspecting.blocked(shipment.number());
        for (StoredShipmentLine line : now) {
            if (blocked.contains(line.lineNo())
                    && stock.blockBatch(
                            line.allocationId(), "Failed inspection of " + shipment.number() + ": " + remark)) {
                tell(shipment, line.batchLabel() + " is held back in " + shipment.warehouseCode(), by);
            }
        }
    }

    private String reason(StoredShipment shipment, Actor by) {
        String given = pickLists.shortReasons(shipment.number()).values().stream()
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String reason = "Not found when picking " + shipment.number() + " (" + by.name() + ")"
                + (given.isEmpty() ? "" : ": " + given);
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private void tell(StoredShipment shipment, String fact, Actor by) {
        events.publishEvent(DealProgress.internal(shipment.dealNumber(), fact, shipment.number(), by));
    }
}
