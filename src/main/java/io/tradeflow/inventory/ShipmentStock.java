package io.tradeflow.inventory;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Take;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock that goes into a shipment already under way in place of what was not found, and stock that leaves it again. */
@Service
@Transactional
public class ShipmentStock {

    private final SalesOrders orders;
    private final Allocations allocations;
    private final AllocationTable table;
    private final StockBooks books;
    private final FreeStock free;
    private final Circumstances circumstances;
    private final Backorders backorders;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ShipmentStock(
            SalesOrders orders,
            Allocations allocations,
            AllocationTable table,
            StockBooks books,
            FreeStock free,
            Circumstances circumstances,
            Backorders backorders,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.allocations = allocations;
        this.table = table;
        this.books = books;
        this.free = free;
        this.circumstances = circumstances;
        this.backorders = backorders;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the warehouse has free and usable goods for some of these lines of the order. */
    @Transactional(readOnly = true)
    public boolean isMoreIn(String warehouseCode, String orderNumber, Set<Integer> orderLines) {
        SalesOrder order = orders.order(orderNumber);
        Set<String> skus = order.lines().stream()
                .filter(line -> orderLines.contains(line.lineNo()))
                .map(SalesOrder.Line::sku)
                .collect(Collectors.toSet());
        return !free(order, warehouseCode, skus).isEmpty();
    }

    /**
     * Allocates from this warehouse alone, earliest expiry first, and puts it into the shipment. Locks the products; never more than is open of
     * an order line.
     *
     * @param missing by line of the order
     * @return what was found; empty where there is nothing
     */
    public List<Allocation> takeMore(
            String orderNumber, String shipmentNumber, String warehouseCode, Map<Integer, BigDecimal> missing) {
        orders.lock(orderNumber);
        SalesOrder order = orders.order(orderNumber);
        Map<Integer, String> skus = order.lines().stream()
                .filter(line -> missing.containsKey(line.lineNo()))
                .collect(Collectors.toMap(SalesOrder.Line::lineNo, SalesOrder.Line::sku));
        if (skus.isEmpty()) {
            return List.of();
        }
        books.lock(Set.copyOf(skus.values()));
        Map<Integer, BigDecimal> open = allocations.open(orderNumber);
        Map<Integer, BigDecimal> wanted = new TreeMap<>();
        missing.forEach((line, quantity) -> wanted.put(line, quantity.min(open.getOrDefault(line, BigDecimal.ZERO))));
        List<Take> takes = takes(wanted, skus, free(order, warehouseCode, Set.copyOf(skus.values())));
        Set<Long> taken = takes.stream()
                .map(take -> insert(orderNumber, shipmentNumber, take))
                .collect(Collectors.toSet());
        books.book(takes.stream()
                .map(take -> Movement.allocation(take, orderNumber))
                .toList());
        return table.ofShipment(shipmentNumber).stream()
                .filter(allocation -> taken.contains(allocation.id()))
                .toList();
    }

    /**
     * Locks, in one go and for the rest of the transaction, every product of which goods may leave the order, and these. Whoever gives back from
     * several shipments starts with it: two who took the products shipment by shipment could wait for each other.
     */
    public void lock(String orderNumber, Collection<String> also) {
        Set<String> skus = new HashSet<>(table.skusToWithdraw(orderNumber));
        skus.addAll(also);
        if (!skus.isEmpty()) {
            books.lock(skus);
        }
    }

    /** What the shipment holds is free again. The order waits for all it lacks and keeps its turn. May be repeated. */
    public void giveBack(String orderNumber, String shipmentNumber) {
        List<String> skus = table.skusOfShipment(shipmentNumber);
        if (skus.isEmpty()) {
            return;
        }
        books.lock(skus);
        free(orderNumber, table.releaseShipment(shipmentNumber), skus);
    }

    /** What is allocated to the order and in no shipment is free again; the order waits for it and keeps its turn. May be repeated. */
    public void giveBackUnplanned(String orderNumber) {
        List<String> skus = table.skusUnplanned(orderNumber);
        if (!skus.isEmpty()) {
            books.lock(skus);
            free(orderNumber, table.releaseUnplanned(orderNumber), skus);
        }
    }

    private void free(String orderNumber, List<AllocationRow> released, List<String> skus) {
        if (released.isEmpty()) {
            return;
        }
        books.book(released.stream().map(Movement::release).toList());
        SalesOrder order = orders.order(orderNumber);
        Map<Integer, BigDecimal> open = allocations.open(orderNumber);
        Circumstances.OfOrder known = circumstances.of(order);
        backorders.keep(
                order,
                order.lines().stream()
                        .filter(line -> open.containsKey(line.lineNo()))
                        .map(line -> new Fefo.Need(line.lineNo(), line.sku(), open.get(line.lineNo())))
                        .toList(),
                backorders.priority(orderNumber),
                order.delivery().shippingPolicy() == ShippingPolicy.COMPLETE,
                known.remainingDays());
        events.publishEvent(new StockArrived(Set.copyOf(skus)));
    }

    /**
     * Holds back all that is free of the batch of this allocation in its warehouse; what is promised to others stays.
     *
     * @return whether there was anything
     */
    public boolean blockBatch(long allocationId, String reason) {
        books.lock(table.skusOf(List.of(allocationId)));
        List<Movement> movements = jdbc.sql(
                        """
                        select s.id, s.on_hand - s.allocated - s.held - s.quarantined as free
                        from allocation a join stock_balance s on s.id = a.balance_id
                        where a.id = :allocation and s.batch <> '' and s.on_hand - s.allocated - s.held - s.quarantined > 0
                        """)
                .param("allocation", allocationId)
                .query((row, index) -> Movement.heldBack(row.getLong("id"), row.getBigDecimal("free"), null, reason))
                .list();
        books.book(movements);
        return !movements.isEmpty();
    }

    private List<Candidate> free(SalesOrder order, String warehouseCode, Set<String> skus) {
        Circumstances.OfOrder known = circumstances.of(order);
        Turn turn = new Turn(known.priority(backorders.priority(order.number())), order.orderedOn(), order.number());
        return free.inTurn(skus, turn, known.remainingDays()).stream()
                .filter(candidate -> candidate.warehouseCode().equals(warehouseCode))
                .sorted(Fefo.FIRST_EXPIRED_FIRST_OUT)
                .toList();
    }

    private static List<Take> takes(
            Map<Integer, BigDecimal> wanted, Map<Integer, String> skus, List<Candidate> candidates) {
        Map<Long, BigDecimal> left = new HashMap<>();
        candidates.forEach(candidate -> left.put(candidate.balanceId(), candidate.available()));
        List<Take> takes = new ArrayList<>();
        wanted.forEach((line, quantity) -> {
            BigDecimal missing = quantity;
            for (Candidate candidate : candidates) {
                BigDecimal part = candidate.sku().equals(skus.get(line))
                        ? missing.min(left.get(candidate.balanceId()))
                        : BigDecimal.ZERO;
                if (part.signum() > 0) {
                    takes.add(new Take(line, candidate.balanceId(), part));
                    left.merge(candidate.balanceId(), part.negate(), BigDecimal::add);
                    missing = missing.subtract(part);
                }
            }
        });
        return takes;
    }

    private long insert(String orderNumber, String shipmentNumber, Take take) {
        return jdbc.sql(
                        """
                        insert into allocation (order_number, order_line_no, balance_id, quantity, allocated_at, shipment_number,
                                                is_replacement)
                        values (:order, :line, :balance, :quantity, :now, :shipment,
                                exists (select from allocation other
                                        where other.shipment_number = :shipment and other.is_replacement))
                        returning id
                        """)
                .param("order", orderNumber)
                .param("line", take.orderLineNo())
                .param("balance", take.balanceId())
                .param("quantity", take.quantity())
                .param("now", OffsetDateTime.now(clock))
                .param("shipment", shipmentNumber)
                .query(Long.class)
                .single();
    }
}
