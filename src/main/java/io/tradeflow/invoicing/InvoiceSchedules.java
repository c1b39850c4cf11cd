package io.tradeflow.invoicing;

import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When shipments are invoiced. The first shipment of an order settles the schedule of all of it; a table decides it. Invoices that follow are
 * issued for all that left on a challan by then.
 */
@Service
@Transactional
public class InvoiceSchedules {

    private final ShipmentBilling billing;
    private final InvoiceBook book;
    private final InvoiceTermsTable terms;
    private final Shipments shipments;
    private final SalesOrders orders;
    private final Clock clock;

    InvoiceSchedules(
            ShipmentBilling billing,
            InvoiceBook book,
            InvoiceTermsTable terms,
            Shipments shipments,
            SalesOrders orders,
            Clock clock) {
        this.billing = billing;
        this.book = book;
        this.terms = terms;
        this.shipments = shipments;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * What the table is asked with.
     *
     * @param segment of the buyer when the order was made, OTHER where none was known
     * @param movement EXPORT or INLAND
     * @param wish what was agreed for the order, NONE where nothing was
     */
    public record Facts(String dealNumber, String segment, String movement, String wish) {}

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Facts facts(String shipmentNumber) {
        SalesOrder order = orders.order(shipments.shipment(shipmentNumber).orderNumber());
        Address to = order.shipTo() == null ? order.billTo() : order.shipTo();
        InvoiceSchedule wish = terms.of(order.number()).scheduleWish();
        return new Facts(
                order.dealNumber(),
                order.segment() == null ? "OTHER" : order.segment(),
                to.isInIndia() ? "INLAND" : "EXPORT",
                wish == null ? "NONE" : wish.name());
    }

    /**
     * Settles what the shipment leaves with. May be repeated: the first answer stands, and with it the schedule of the order.
     *
     * @param decided by the table
     * @return whether it leaves before its invoice, on a challan
     */
    public boolean leavesOnChallan(String shipmentNumber, InvoiceSchedule decided) {
        Shipment shipment = shipments.shipment(shipmentNumber);
        book.lockOrder(shipment.orderNumber());
        Optional<ShipmentBilling.Row> before = billing.of(shipmentNumber);
        if (before.isPresent()) {
            return before.get().onChallan();
        }
        InvoiceSchedule schedule = billing.ofOrder(shipment.orderNumber()).orElse(decided);
        boolean onChallan =
                switch (schedule) {
                    case PER_SHIPMENT -> false;
                    case PER_ORDER -> !completes(shipment.orderNumber(), Stream.of(shipmentNumber));
                    case WEEKLY, MONTHLY -> true;
                    case LOTS -> !book.invoiced(shipment.orderNumber()).isEmpty();
                };
        billing.keep(shipmentNumber, shipment.orderNumber(), schedule, onChallan);
        return onChallan;
    }

    /** Why a shipment that leaves on a challan does so. */
    @Transactional(readOnly = true)
    public ChallanPurpose purpose(String shipmentNumber) {
        return billing.of(shipmentNumber)
                .filter(row -> row.schedule() == InvoiceSchedule.LOTS)
                .map(row -> ChallanPurpose.LOTS)
                .orElse(ChallanPurpose.INVOICE_FOLLOWS);
    }

    /**
     * Takes up the orders whose invoice is due at the end of today: the period ends today or ended before, or all of the order has left or is
     * given up. An order is taken up once for the goods that wait then.
     *
     * @return how many
     */
    public int takeUp(String runId) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<ShipmentBilling.Row>> byOrder = new LinkedHashMap<>();
        billing.waiting().forEach(row -> byOrder.computeIfAbsent(row.orderNumber(), order -> new ArrayList<>())
                .add(row));
        List<String> due = byOrder.entrySet().stream()
                .filter(order -> order.getValue().stream().anyMatch(row -> isDue(row, today)))
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(order -> billing.take(order, runId));
        return due.size();
    }

    /** One shipment for each invoice the run has to issue: of each order it took up, and each branch that supplied, what is not invoiced yet. */
    @Transactional(readOnly = true)
    public List<String> ofRun(String runId) {
        record OfBranch(String orderNumber, String branchCode) {}
        Map<OfBranch, String> each = new LinkedHashMap<>();
        billing.ofRun(runId)
                .forEach(row -> each.put(
                        new OfBranch(
                                row.orderNumber(),
                                shipments.shipment(row.shipmentNumber()).branchCode()),
                        row.shipmentNumber()));
        return List.copyOf(each.values());
    }

    private boolean isDue(ShipmentBilling.Row row, LocalDate today) {
        return switch (row.schedule()) {
            case WEEKLY ->
                today.getDayOfWeek() == DayOfWeek.SUNDAY
                        || row.decidedOn().isBefore(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTHLY ->
                today.equals(today.with(TemporalAdjusters.lastDayOfMonth()))
                        || row.decidedOn().isBefore(today.withDayOfMonth(1));
            default -> completes(row.orderNumber(), Stream.empty());
        };
    }

    /** Whether with these shipments all of the order that is still to be delivered has left. */
    private boolean completes(String orderNumber, Stream<String> leaving) {
        Map<Integer, BigDecimal> left = new HashMap<>();
        book.invoiced(orderNumber).forEach((line, invoiced) -> left.put(line, invoiced.quantity()));
        Stream.concat(leaving, billing.waiting(orderNumber).stream().map(ShipmentBilling.Row::shipmentNumber))
                .flatMap(number -> shipments.shipment(number).lines().stream())
                .forEach(line -> left.merge(line.orderLineNo(), line.quantity().value(), BigDecimal::add));
        return orders.order(orderNumber).lines().stream()
                .allMatch(line ->
                        left.getOrDefault(line.lineNo(), BigDecimal.ZERO).compareTo(line.toDeliver()) >= 0);
    }
}
