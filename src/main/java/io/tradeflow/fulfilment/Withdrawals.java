package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocation;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.ShipmentStock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes goods out of shipments that nobody has begun to pick: such a shipment ends, and its goods are free for its order again. */
@Service
@Transactional
public class Withdrawals {

    private final StoredShipments shipments;
    private final Allocations allocations;
    private final ShipmentStock stock;
    private final PickListTable pickLists;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Withdrawals(
            StoredShipments shipments,
            Allocations allocations,
            ShipmentStock stock,
            PickListTable pickLists,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.shipments = shipments;
        this.allocations = allocations;
        this.stock = stock;
        this.pickLists = pickLists;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** By order line: allocated, and no pick list of it is with the warehouse yet. */
    @Transactional(readOnly = true)
    public Map<Integer, BigDecimal> notReleased(String orderNumber) {
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        Stream.concat(
                        allocations.unplanned(orderNumber).stream(),
                        planned(orderNumber).stream()
                                .flatMap(shipment -> allocations.ofShipment(shipment.number()).stream()))
                .forEach(one -> quantities.merge(one.orderLineNo(), one.quantity(), BigDecimal::add));
        return quantities;
    }

    /**
     * Begins a withdrawal: the products first, all at once and in their order, then the shipments. What is read after it about what nobody has
     * begun to pick stays true until the transaction ends.
     */
    void begin(String orderNumber, Collection<String> skus) {
        stock.lock(orderNumber, skus);
        pickLists.lockOfOrder(orderNumber);
    }

    /** Of the product: allocated to the order, and nobody has begun to pick it. True for as long as {@link #begin} holds. */
    BigDecimal untouched(String orderNumber, String sku) {
        return Stream.concat(
                        allocations.unplanned(orderNumber).stream(),
                        untouched(orderNumber).stream()
                                .flatMap(shipment -> allocations.ofShipment(shipment.number()).stream()))
                .filter(one -> one.sku().equals(sku))
                .map(Allocation::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** All that nobody has begun to pick goes back: the order waits for it. */
    void withdrawUntouched(String orderNumber) {
        begin(orderNumber, Set.of());
        untouched(orderNumber).forEach(this::withdraw);
        stock.giveBackUnplanned(orderNumber);
    }

    /** What no pick list is released of goes back: the order waits for it. */
    void withdrawNotReleased(String orderNumber) {
        begin(orderNumber, Set.of());
        planned(orderNumber).forEach(this::withdraw);
        stock.giveBackUnplanned(orderNumber);
    }

    /**
     * As much of the product as is wanted, or more where a shipment holds more; what else was in these shipments goes back, too. Of the shipments
     * the smallest that suffices goes first. To be called after {@link #begin}.
     */
    void withdraw(String orderNumber, String sku, BigDecimal wanted) {
        BigDecimal missing = wanted;
        boolean unplanned = allocations.unplanned(orderNumber).stream()
                .anyMatch(one -> one.sku().equals(sku));
        if (unplanned) {
            missing = missing.subtract(allocations.unplanned(orderNumber).stream()
                    .filter(one -> one.sku().equals(sku))
                    .map(Allocation::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
            stock.giveBackUnplanned(orderNumber);
        }
        List<Holding> holdings = holdings(orderNumber, sku);
        while (missing.signum() > 0 && !holdings.isEmpty()) {
            Holding next = next(holdings, missing);
            holdings.remove(next);
            withdraw(next.shipment());
            missing = missing.subtract(next.quantity());
        }
    }

    /** So much of one product is in the shipment. */
    private record Holding(StoredShipment shipment, BigDecimal quantity) {}

    /** Of the shipments nobody has begun to pick, the smallest first. */
    private List<Holding> holdings(String orderNumber, String sku) {
        return untouched(orderNumber).stream()
                .map(shipment -> new Holding(
                        shipment,
                        allocations.ofShipment(shipment.number()).stream()
                                .filter(one -> one.sku().equals(sku))
                                .map(Allocation::quantity)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .filter(holding -> holding.quantity().signum() > 0)
                .sorted(Comparator.comparing(Holding::quantity))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The smallest that suffices, or else the largest: so the fewest shipments end. */
    private static Holding next(List<Holding> smallestFirst, BigDecimal missing) {
        return smallestFirst.stream()
                .filter(holding -> holding.quantity().compareTo(missing) >= 0)
                .findFirst()
                .orElseGet(() -> smallestFirst.get(smallestFirst.size() - 1));
    }

    private void withdraw(StoredShipment shipment) {
        events.publishEvent(new ShipmentWithdrawn(shipment.dealNumber(), shipment.number()));
    }

    private List<StoredShipment> planned(String orderNumber) {
        return inState(orderNumber, status -> status == Shipment.Status.PLANNED);
    }

    private List<StoredShipment> untouched(String orderNumber) {
        return inState(orderNumber, status -> status == Shipment.Status.PLANNED || status == Shipment.Status.PICKING)
                .stream()
                .filter(shipment -> !isBegun(shipment.number()))
                .toList();
    }

    private List<StoredShipment> inState(String orderNumber, Predicate<Shipment.Status> state) {
        return shipments.ofOrder(orderNumber).stream()
                .filter(shipment -> state.test(shipment.status()))
                .toList();
    }

    /** Somebody has scanned something of it, or picked it once already. */
    private boolean isBegun(String shipmentNumber) {
        return jdbc.sql(
                        """
                        select exists (select from pick_scan where shipment_number = :number)
                            or exists (select from shipment where number = :number and picked_at is not null)""")
                .param("number", shipmentNumber)
                .query(Boolean.class)
                .single();
    }
}
