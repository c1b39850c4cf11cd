package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocation;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.ReplacementGoods;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes shipments out of allocations: one per warehouse, and goods that replace returned ones apart from goods that are billed. */
@Component
class ShipmentPlan {

    private static final String SERIES = "SHP";

    private final SalesOrders orders;
    private final Allocations allocations;
    private final ReplacementGoods replacements;
    private final Stock stock;
    private final StoredShipments shipments;
    private final Clock clock;

    ShipmentPlan(
            SalesOrders orders,
            Allocations allocations,
            ReplacementGoods replacements,
            Stock stock,
            StoredShipments shipments,
            Clock clock) {
        this.orders = orders;
        this.allocations = allocations;
        this.replacements = replacements;
        this.stock = stock;
        this.shipments = shipments;
        this.clock = clock;
    }

    void plan(String orderNumber) {
        Set<Long> replacing = replacements.setApart(orderNumber);
        Map<String, List<Allocation>> together = allocations.unplanned(orderNumber).stream()
                .collect(Collectors.groupingBy(
                        allocation ->
                                allocation.warehouseCode() + (replacing.contains(allocation.id()) ? " again" : ""),
                        TreeMap::new,
                        Collectors.toList()));
        if (together.isEmpty()) {
            return;
        }
        SalesOrder order = orders.order(orderNumber);
        Map<String, String> branches =
                stock.warehouses().stream().collect(Collectors.toMap(Warehouse::code, Warehouse::branchCode));
        FinancialYear year = FinancialYear.of(LocalDate.now(clock));
        Iterator<Long> serials = shipments.nextSerials(together.size()).iterator();
        together.values().forEach(taken -> {
            String number = DocumentNumber.of(SERIES, year, serials.next()).value();
            String branch = branches.get(taken.get(0).warehouseCode());
            StoredShipment planned = new StoredShipment(number, order, branch, taken, clock.instant());
            if (replacing.contains(taken.get(0).id())) {
                planned.replaces();
            }
            shipments.save(planned);
            allocations.assign(number, taken.stream().map(Allocation::id).toList());
        });
    }
}
