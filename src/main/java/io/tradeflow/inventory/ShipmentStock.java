package io.tradeflow.inventory;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Take;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private final JdbcClient jdbc;
    private final Clock clock;

    ShipmentStock(
            SalesOrders orders,
            Allocations allocations,
            AllocationTable table,
            StockBooks books,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.allocations = allocations;
        this.table = table;
        this.books = books;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the warehouse has free and usable goods for some of these lines of the order. */
    @Transactional(readOnly = true)
    public boolean isMoreIn(String warehouseCode, String orderNumber, Set<Integer> orderLines) {
        Set<String> skus = orders.order(orderNumber).lines().stream()
                .filter(line -> orderLines.contains(line.lineNo()))
                .map(SalesOrder.Line::sku)
                .collect(Collectors.toSet());
        return !free(warehouseCode, skus).isEmpty();
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
        Map<Integer, String> skus = orders.order(orderNumber).lines().stream()
                .filter(line -> missing.containsKey(line.lineNo()))
                .collect(Collectors.toMap(SalesOrder.Line::lineNo, SalesOrder.Line::sku));
        if (skus.isEmpty()) {
            return List.of();
        }
        books.lock(Set.copyOf(skus.values()));
        Map<Integer, BigDecimal> open = allocations.open(orderNumber);
        Map<Integer, BigDecimal> wanted = new TreeMap<>();
        missing.forEach((line, quantity) -> wanted.put(line, quantity.min(open.getOrDefault(line, BigDecimal.ZERO))));
        List<Take> takes = takes(wanted, skus, free(warehouseCode, Set.copyOf(skus.values())));
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

    /** What is allocated stays allocated, but in no shipment; another may take it up. May be repeated. */
    public void leaveShipment(String shipmentNumber) {
        jdbc.sql("update allocation set shipment_number = null where shipment_number = :shipment"
                        + " and dispatched_at is null and released_at is null")
                .param("shipment", shipmentNumber)
                .update();
    }

    private List<Candidate> free(String warehouseCode, Set<String> skus) {
        return books.usable(skus, LocalDate.now(clock)).stream()
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
                        insert into allocation (order_number, order_line_no, balance_id, quantity, allocated_at, shipment_number)
                        values (:order, :line, :balance, :quantity, :now, :shipment)
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
