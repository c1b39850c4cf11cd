package io.tradeflow.inventory;

import io.tradeflow.inventory.PromisePlan.Line;
import io.tradeflow.inventory.PromisePlan.Part;
import io.tradeflow.inventory.WaitingLines.Waiting;
import io.tradeflow.kernel.Address;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day each line arrives at the buyer, with its reason: worked out for what somebody thinks of ordering, kept for what is ordered. */
@Service
@Transactional
public class Promises {

    private static final int AT_ONCE = 200;

    private final PromiseTable table;
    private final Availability availability;
    private final WaitingLines waiting;
    private final TransitTimes transit;
    private final SalesOrders orders;
    private final Clock clock;

    Promises(
            PromiseTable table,
            Availability availability,
            WaitingLines waiting,
            TransitTimes transit,
            SalesOrders orders,
            Clock clock) {
        this.table = table;
        this.availability = availability;
        this.waiting = waiting;
        this.transit = transit;
        this.orders = orders;
        this.clock = clock;
    }

    /** What somebody thinks of ordering. {@code quantity} in the product's unit. */
    public record Wanted(int lineNo, String sku, BigDecimal quantity) {}

    /** The order's promises as they are now, by line; lines that have left or are given up have none. What has changed is kept. */
    public List<Promise> ofOrder(String orderNumber) {
        refresh(orderNumber);
        return table.of(orderNumber);
    }

    /** When these would arrive if they were ordered now; lines of a product share what there is, earlier lines first. Nothing is kept. */
    @Transactional(readOnly = true)
    public List<Promise> ofBasket(List<Wanted> basket, Address shipTo, ShippingPolicy policy) {
        Map<String, StockForecast> forecasts =
                availability.of(basket.stream().map(Wanted::sku).toList());
        Rests rests = new Rests(forecasts);
        List<Line> lines = basket.stream()
                .map(wanted -> new Line(
                        wanted.lineNo(),
                        wanted.quantity(),
                        rests.take(wanted.sku(), wanted.quantity()),
                        BigDecimal.ZERO,
                        late(forecasts.get(wanted.sku()))))
                .toList();
        return plan(lines, shipTo, policy);
    }

    /** Works the order's promises out anew and keeps them, unless somebody else does at this moment. May be repeated. */
    void refresh(String orderNumber) {
        if (!table.tryLock(orderNumber)) {
            return;
        }
        SalesOrder order = orders.order(orderNumber);
        if (order.status() != SalesOrder.Status.CONFIRMED) {
            table.keep(orderNumber, List.of());
            return;
        }
        Map<Integer, List<PromiseTable.Settled>> settled =
                table.settled(orderNumber).stream().collect(Collectors.groupingBy(PromiseTable.Settled::orderLineNo));
        Map<String, StockForecast> forecasts = forecastsFor(order);
        Rests rests = new Rests(forecasts);
        rests.first(table.kept(order.dealNumber()));
        List<Line> lines = new ArrayList<>();
        List<Line> missing = new ArrayList<>();
        for (SalesOrder.Line ordered : order.lines()) {
            List<PromiseTable.Settled> done = settled.getOrDefault(ordered.lineNo(), List.of());
            BigDecimal gone = sum(done, true);
            BigDecimal toLeave = ordered.toDeliver().subtract(gone);
            BigDecimal open = toLeave.subtract(sum(done, false));
            List<Part> parts = new ArrayList<>(done.stream()
                    .filter(one -> !one.gone())
                    .map(one -> new Part(one.quantity(), one.warehouseCode(), null, null))
                    .toList());
            if (open.signum() > 0) {
                List<Part> coming = rests.take(ordered.sku(), open);
                parts.addAll(coming);
                missing.add(
                        new Line(ordered.lineNo(), open, coming, BigDecimal.ZERO, late(forecasts.get(ordered.sku()))));
            }
            lines.add(new Line(ordered.lineNo(), toLeave, parts, gone, late(forecasts.get(ordered.sku()))));
        }
        List<Promise> promises = plan(lines, order.shipTo(), order.delivery().shippingPolicy());
        table.keep(orderNumber, promises);
        table.expect(orderNumber, expected(order, missing, promises));
    }

    /** What is missing has a day of its own, unless nothing leaves before everything can. */
    private List<Promise> expected(SalesOrder order, List<Line> missing, List<Promise> promises) {
        return order.delivery().shippingPolicy() == ShippingPolicy.COMPLETE
                ? promises
                : plan(missing, order.shipTo(), ShippingPolicy.AS_READY);
    }

    /**
     * Works out anew what waits for products of which something else is to come now. What is being worked out elsewhere is left to that.
     *
     * @return whether more may be due
     */
    public boolean refreshDue() {
        List<String> skus = table.takeDue(AT_ONCE);
        waiting.orders(Set.copyOf(skus)).forEach(this::refresh);
        return skus.size() == AT_ONCE;
    }

    private Map<String, StockForecast> forecastsFor(SalesOrder order) {
        Set<String> skus = order.lines().stream().map(SalesOrder.Line::sku).collect(Collectors.toSet());
        List<Waiting> queue = waiting.forSkus(skus);
        long own = queue.stream()
                .filter(one -> one.orderNumber().equals(order.number()))
                .mapToLong(Waiting::place)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        Set<Waiting> before =
                queue.stream().filter(one -> one.place() < own).collect(Collectors.toCollection(HashSet::new));
        return availability.of(skus, before::contains);
    }

    private List<Promise> plan(List<Line> lines, Address shipTo, ShippingPolicy policy) {
        Set<String> from = lines.stream()
                .flatMap(line -> line.parts().stream())
                .map(Part::warehouseCode)
                .collect(Collectors.toSet());
        return PromisePlan.of(lines, policy == ShippingPolicy.COMPLETE, transit.to(shipTo, from), LocalDate.now(clock));
    }

    private static BigDecimal sum(List<PromiseTable.Settled> settled, boolean gone) {
        return settled.stream()
                .filter(one -> one.gone() == gone)
                .map(PromiseTable.Settled::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> late(StockForecast forecast) {
        return forecast.late().stream()
                .map(ExpectedReceipt::reference)
                .distinct()
                .toList();
    }

    /** What earlier lines have left. */
    private static final class Rests {

        private final Map<String, List<StockForecast.Lot>> lots = new HashMap<>();

        private Rests(Map<String, StockForecast> forecasts) {
            forecasts.forEach((sku, forecast) -> lots.put(sku, new ArrayList<>(forecast.lots())));
        }

        /** What is kept for the order itself is taken before anything else. */
        private void first(List<PromiseTable.Kept> kept) {
            kept.forEach(one -> lots.getOrDefault(one.sku(), new ArrayList<>())
                    .add(0, new StockForecast.Lot(one.warehouseCode(), one.quantity(), null, null, null)));
        }

        private List<Part> take(String sku, BigDecimal quantity) {
            List<StockForecast.Lot> there = lots.get(sku);
            List<Part> parts = new ArrayList<>();
            BigDecimal missing = quantity;
            for (int i = 0; i < there.size() && missing.signum() > 0; i++) {
                StockForecast.Lot lot = there.get(i);
                BigDecimal taken = missing.min(lot.quantity());
                if (taken.signum() > 0) {
                    parts.add(new Part(taken, lot.warehouseCode(), lot.from(), lot.reference()));
                    there.set(i, lot.less(taken));
                    missing = missing.subtract(taken);
                }
            }
            return parts;
        }
    }
}
