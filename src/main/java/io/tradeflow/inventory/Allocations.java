package io.tradeflow.inventory;

import io.tradeflow.inventory.Fefo.Candidate;
import io.tradeflow.inventory.Fefo.Need;
import io.tradeflow.inventory.Fefo.Take;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.quotation.ShippingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Promises stock to orders; the database refuses what would oversell. */
@Service
@Transactional
public class Allocations {

    /** What an allocation run brought. */
    public enum Outcome {
        /** Everything open is allocated now. */
        ALL,
        /** Some of it. */
        PART,
        /** Nothing could be allocated; the order waits for stock. */
        NONE,
        /** Nothing was open. */
        NOTHING_OPEN,
        /** The order is held; it is not looked at before it is released. */
        HELD
    }

    private final SalesOrders orders;
    private final StockBooks books;
    private final AllocationTable table;
    private final Backorders backorders;
    private final AllocationCuts cuts;
    private final FreeStock free;
    private final StockHolds holds;
    private final AllocationRuns runs;
    private final Circumstances circumstances;
    private final ReplacementGoods replacements;
    private final ApplicationEventPublisher events;

    Allocations(
            SalesOrders orders,
            StockBooks books,
            AllocationTable table,
            Backorders backorders,
            AllocationCuts cuts,
            FreeStock free,
            StockHolds holds,
            AllocationRuns runs,
            Circumstances circumstances,
            ReplacementGoods replacements,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.books = books;
        this.table = table;
        this.backorders = backorders;
        this.cuts = cuts;
        this.free = free;
        this.holds = holds;
        this.runs = runs;
        this.circumstances = circumstances;
        this.replacements = replacements;
        this.events = events;
    }

    /** As {@link #allocate(String, Routing)} with the usual priority. */
    public Outcome allocate(String orderNumber, String preferredWarehouse) {
        return allocate(orderNumber, Routing.from(preferredWarehouse));
    }

    /**
     * Allocates what is open of the order from as few warehouses as can serve it, earliest expiry first, and keeps what was compared. An order
     * that wants everything at once gets everything or nothing. Who is served before, because of a higher priority or an older order, keeps
     * its place. Locks the open products, in SKU order and also where it gets nothing, so that a receipt cannot slip in
     * between this look and the order's waiting. May be repeated: only what is still open is allocated.
     */
    public Outcome allocate(String orderNumber, Routing routing) {
        SalesOrder order = orders.order(orderNumber);
        Circumstances.OfOrder known = circumstances.of(order);
        Set<String> skus = skus(needs(order, known.taken()));
        if (skus.isEmpty()) {
            return nothingOpen(order);
        }
        skus.addAll(known.keptSkus());
        books.lock(skus);
        // read again under the lock: another run for this order may have been quicker
        StockHoldTable.Look look = holds.look(orderNumber, order.dealNumber(), skus);
        List<Need> needs = needs(order, look.taken());
        if (needs.isEmpty()) {
            return nothingOpen(order);
        }
        Map<String, BigDecimal> kept = holds.convert(order.dealNumber(), look.holds());
        int priority = known.priority(routing.priority());
        Turn turn = new Turn(priority, order.orderedOn(), orderNumber);
        List<Candidate> candidates = free.inTurn(skus, turn, known.remainingDays());
        SplitPlan.Plan plan = free.split(order, needs, candidates, routing, known.km());
        boolean allAtOnce = order.delivery().shippingPolicy() == ShippingPolicy.COMPLETE;
        boolean mayTake = !allAtOnce || missing(needs, plan.takes()).isEmpty();
        List<Take> takes = mayTake ? plan.takes() : List.of();
        List<Need> missing = missing(needs, takes);
        Outcome outcome = outcome(takes, missing);
        if (!takes.isEmpty()) {
            books.book(
                    takes.stream()
                            .map(take -> Movement.allocation(take, orderNumber))
                            .toList(),
                    Actor.PROGRAM,
                    table.promised(orderNumber, takes, lines(missing))
                            .and(runs.kept(orderNumber, priority, outcome, plan.options())));
        } else if (!plan.options().isEmpty()) {
            runs.keep(orderNumber, priority, outcome, plan.options());
        }
        if (!missing.isEmpty()) {
            backorders.keep(order, missing, priority, allAtOnce, known.remainingDays());
        }
        tellOfLeftOver(kept, needs, missing);
        return outcome;
    }

    /** Lines that were taken out, replaced or served keep no turn and no goods any more. */
    private Outcome nothingOpen(SalesOrder order) {
        backorders.clear(order.number());
        holds.release(order.dealNumber());
        return Outcome.NOTHING_OPEN;
    }

    /** More was kept for the deal than its order has taken: who waits for it may go on. */
    private void tellOfLeftOver(Map<String, BigDecimal> kept, List<Need> needs, List<Need> missing) {
        Map<String, BigDecimal> taken = Fefo.bySku(needs);
        missing.forEach(need -> taken.merge(need.sku(), need.quantity().negate(), BigDecimal::add));
        Set<String> leftOver = kept.entrySet().stream()
                .filter(hold -> hold.getValue().compareTo(taken.getOrDefault(hold.getKey(), BigDecimal.ZERO)) > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!leftOver.isEmpty()) {
            events.publishEvent(new StockArrived(leftOver));
        }
    }

    private static Set<String> skus(List<Need> needs) {
        return needs.stream().map(Need::sku).collect(Collectors.toCollection(TreeSet::new));
    }

    /** When stock was looked for, newest first, and which ways to serve the order were compared. */
    @Transactional(readOnly = true)
    public List<AllocationRun> runs(String orderNumber) {
        return runs.ofOrder(orderNumber);
    }

    /**
     * Promises free goods to the order whoever waits before it, to its lines of this product in their order. For planners, who have their
     * reasons and keep them.
     *
     * @throws Problem {@code not-enough-free} where less is free that lasts long enough for the buyer, {@code more-than-open}, {@code whole-order-only}
     */
    public void allocateOutOfTurn(String orderNumber, String sku, BigDecimal quantity) {
        books.lock(Set.of(sku));
        SalesOrder order = orders.order(orderNumber);
        List<Need> open = needs(order, table.taken(orderNumber));
        List<Need> wanted = upTo(
                quantity, open.stream().filter(need -> need.sku().equals(sku)).toList());
        if (Fefo.bySku(wanted).getOrDefault(sku, BigDecimal.ZERO).compareTo(quantity) < 0) {
            throw Problem.conflict(
                    "more-than-open",
                    "More than is open",
                    orderNumber + " does not wait for "
                            + quantity.stripTrailingZeros().toPlainString() + " of " + sku);
        }
        Map<Long, BigDecimal> left = new HashMap<>();
        List<Candidate> there = free.usable(sku, circumstances.of(order).remainingDays());
        there.forEach(candidate -> left.put(candidate.balanceId(), candidate.available()));
        List<Take> takes = new ArrayList<>();
        wanted.forEach(need -> Fefo.take(need, there, left, takes));
        if (!missing(wanted, takes).isEmpty()) {
            throw Problem.conflict(
                    "not-enough-free",
                    "Not enough is free",
                    "Less than that of " + sku + " is free and lasts long enough for " + order.buyerName());
        }
        List<Need> still = missing(open, takes);
        if (order.delivery().shippingPolicy() == ShippingPolicy.COMPLETE && !still.isEmpty()) {
            throw Problem.conflict(
                    "whole-order-only",
                    "Delivered whole or not yet",
                    orderNumber + " is delivered whole and would still lack goods");
        }
        table.add(orderNumber, takes);
        books.book(takes.stream()
                .map(take -> Movement.allocation(take, orderNumber))
                .toList());
        Map<Integer, BigDecimal> lacking = still.stream().collect(Collectors.toMap(Need::orderLineNo, Need::quantity));
        wanted.forEach(need -> backorders.lower(
                orderNumber, need.orderLineNo(), lacking.getOrDefault(need.orderLineNo(), BigDecimal.ZERO)));
    }

    private static List<Need> upTo(BigDecimal quantity, List<Need> needs) {
        List<Need> wanted = new ArrayList<>();
        BigDecimal left = quantity;
        for (Need need : needs) {
            BigDecimal part = left.min(need.quantity());
            if (part.signum() > 0) {
                wanted.add(new Need(need.orderLineNo(), need.sku(), part));
                left = left.subtract(part);
            }
        }
        return wanted;
    }

    /** Of which lines more is promised than is to be delivered any more, and by how much. */
    @Transactional(readOnly = true)
    public Map<Integer, BigDecimal> beyond(String orderNumber) {
        Map<Integer, BigDecimal> taken = table.taken(orderNumber);
        Map<Integer, BigDecimal> beyond = new TreeMap<>();
        orders.order(orderNumber).lines().forEach(line -> {
            BigDecimal more = taken.getOrDefault(line.lineNo(), BigDecimal.ZERO).subtract(line.toDeliver());
            if (more.signum() > 0) {
                beyond.put(line.lineNo(), more);
            }
        });
        return beyond;
    }

    private static Outcome outcome(List<Take> takes, List<Need> missing) {
        if (missing.isEmpty()) {
            return Outcome.ALL;
        }
        return takes.isEmpty() ? Outcome.NONE : Outcome.PART;
    }

    /** Quantity by order line that is neither shipped nor allocated nor short-closed; without the lines that are done. */
    @Transactional(readOnly = true)
    public Map<Integer, BigDecimal> open(String orderNumber) {
        return needs(orders.order(orderNumber), table.taken(orderNumber)).stream()
                .collect(Collectors.toMap(Need::orderLineNo, Need::quantity, BigDecimal::add, TreeMap::new));
    }

    /**
     * Gives up on what is still open of the order; what is allocated and shipped stays. What was owed again is invoiced: of that a
     * {@link ReplacementGivenUp} is published. May be repeated.
     */
    public void shortClose(String orderNumber, String reason, Actor by) {
        orders.lock(orderNumber);
        replacements.giveUp(orderNumber, open(orderNumber).keySet(), reason, by);
        Map<Integer, BigDecimal> open = open(orderNumber);
        if (!open.isEmpty()) {
            orders.shortClose(orderNumber, open, reason, by);
        }
        backorders.clear(orderNumber);
    }

    /** As {@link #shortClose(String, String, Actor)}, for these lines only; the others wait on. May be repeated. */
    public void shortClose(String orderNumber, Set<Integer> lines, String reason, Actor by) {
        orders.lock(orderNumber);
        replacements.giveUp(orderNumber, lines, reason, by);
        Map<Integer, BigDecimal> open = open(orderNumber);
        open.keySet().retainAll(lines);
        if (!open.isEmpty()) {
            orders.shortClose(orderNumber, open, reason, by);
        }
        backorders.clear(orderNumber, lines);
    }

    /** Quantity over all lines that came back and is owed again, whether its replacement is under way or not. */
    @Transactional(readOnly = true)
    public BigDecimal owedAgain(String orderNumber) {
        return table.owedAgain(orderNumber);
    }

    /** Numbers of the deals whose orders wait for one of these products, in the order they are served. */
    @Transactional(readOnly = true)
    public List<String> dealsWaitingFor(Collection<String> skus) {
        return backorders.dealsWaitingFor(skus);
    }

    /** Allocated and not yet in a shipment, by warehouse, SKU and batch. */
    @Transactional(readOnly = true)
    public List<Allocation> unplanned(String orderNumber) {
        return table.unplanned(orderNumber);
    }

    /** All that the order has or had and that was not released, dispatched or not. */
    @Transactional(readOnly = true)
    public List<Allocation> ofOrder(String orderNumber) {
        return table.ofOrder(orderNumber);
    }

    @Transactional(readOnly = true)
    public List<Allocation> ofShipment(String shipmentNumber) {
        return table.ofShipment(shipmentNumber);
    }

    /**
     * The shipment takes these allocations up. May be repeated.
     *
     * @throws IllegalStateException if one of them is released, dispatched or in another shipment
     */
    public void assign(String shipmentNumber, List<Long> allocationIds) {
        int assigned = table.assign(shipmentNumber, allocationIds);
        if (assigned != allocationIds.size()) {
            throw new IllegalStateException("Only " + assigned + " of " + allocationIds.size()
                    + " allocations could go into shipment " + shipmentNumber);
        }
    }

    /** Less was found than allocated: the rest is open again and the missing stock written off with its reason. */
    public void shortPick(long allocationId, BigDecimal found, String reason) {
        shortPick(Map.of(allocationId, found), reason);
    }

    /** As {@link #shortPick(long, BigDecimal, String)} for several allocations. May be repeated: what counts is the quantity found. */
    public void shortPick(Map<Long, BigDecimal> foundByAllocation, String reason) {
        cuts.shortPick(foundByAllocation, reason);
    }

    /** Goods failed inspection: the quantity is held back in quarantine and open again for the order. */
    public void quarantine(long allocationId, BigDecimal rejected, String reason) {
        quarantine(Map.of(allocationId, rejected), reason);
    }

    /** As {@link #quarantine(long, BigDecimal, String)} for several allocations. An allocation is inspected once: repeating changes nothing. */
    public void quarantine(Map<Long, BigDecimal> rejectedByAllocation, String reason) {
        cuts.quarantine(rejectedByAllocation, reason);
    }

    /** The shipment leaves: on hand and allocated go down, the ledger says so. May be repeated. */
    public void dispatch(String shipmentNumber) {
        books.lock(table.skusOfShipment(shipmentNumber));
        books.book(
                table.dispatch(shipmentNumber).stream().map(Movement::dispatch).toList());
    }

    /** Gives back all that is allocated and not dispatched, and tells those who wait for it. May be repeated. */
    public void release(String orderNumber) {
        backorders.clear(orderNumber);
        List<String> skus = table.skusOfOrder(orderNumber);
        if (skus.isEmpty()) {
            return;
        }
        books.lock(skus);
        books.book(table.release(orderNumber).stream().map(Movement::release).toList());
        events.publishEvent(new StockArrived(Set.copyOf(skus)));
    }

    /** Whether some of the order has left already. */
    @Transactional(readOnly = true)
    public boolean anyDispatched(String orderNumber) {
        return table.anyDispatched(orderNumber);
    }

    private static List<Need> needs(SalesOrder order, Map<Integer, BigDecimal> taken) {
        // of a completed order nothing is open unless goods came back
        if (order.status() == SalesOrder.Status.CANCELLED) {
            return List.of();
        }
        return order.lines().stream()
                .map(line -> new Need(
                        line.lineNo(),
                        line.sku(),
                        line.toDeliver().subtract(taken.getOrDefault(line.lineNo(), BigDecimal.ZERO))))
                .filter(need -> need.quantity().signum() > 0)
                .toList();
    }

    private static List<Need> missing(List<Need> needs, List<Take> takes) {
        Map<Integer, BigDecimal> taken =
                takes.stream().collect(Collectors.toMap(Take::orderLineNo, Take::quantity, BigDecimal::add));
        return needs.stream()
                .map(need -> new Need(
                        need.orderLineNo(),
                        need.sku(),
                        need.quantity().subtract(taken.getOrDefault(need.orderLineNo(), BigDecimal.ZERO))))
                .filter(need -> need.quantity().signum() > 0)
                .toList();
    }

    private static List<Integer> lines(List<Need> needs) {
        return needs.stream().map(Need::orderLineNo).toList();
    }
}
