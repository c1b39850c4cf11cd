package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocation;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes shipments out of allocations: one per warehouse. */
@Component
class ShipmentPlan {

    private static final String SERIES = "SHP";

    private final SalesOrders orders;
    private final Allocations allocations;
    private final Stock stock;
    private final StoredShipments shipments;
    private final Clock clock;

    ShipmentPlan(SalesOrders orders, Allocations allocations, Stock stock, StoredShipments shipments, Clock clock) {
        this.orders = orders;
        this.allocations = allocations;
        this.stock = stock;
        this.shipments = shipments;
        this.clock = clock;
    }

    void plan(String orderNumber) {
        Map<String, List<Allocation>> byWarehouse = allocations.unplanned(orderNumber).stream()
                .collect(Collectors.groupingBy(Allocation::warehouseCode, TreeMap::new, Collectors.toList()));
        if (byWarehouse.isEmpty()) {
            return;
        }
        SalesOrder order = orders.order(orderNumber);
        Map<String, String> branches =
                stock.warehouses().stream().collect(Collectors.toMap(Warehouse::code, Warehouse::branchCode));
        FinancialYear year = FinancialYear.of(LocalDate.now(clock));
        Iterator<Long> serials = shipments.nextSerials(byWarehouse.size()).iterator();
        byWarehouse.forEach((warehouse, taken) -> {
            String number = DocumentNumber.of(SERIES, year, serials.next()).value();
            shipments.save(new StoredShipment(number, order, branches.get(warehouse), taken, clock.instant()));
            allocations.assign(number, taken.stream().map(Allocation::id).toList());
        });
    }
}
