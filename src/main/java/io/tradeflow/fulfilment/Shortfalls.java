package io.tradeflow.fulfilment;

import io.tradeflow.inventory.Allocation;
import io.tradeflow.inventory.ShipmentStock;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a shipment of which less was found, or passed inspection, than it needs. */
@Service
@Transactional
public class Shortfalls {

    /** What the stock planner can decide. */
    public enum Decision {
        /** Other goods of the same warehouse are picked in their place. */
        RE_PICK,
        /** The shipment leaves with what is there; the rest is open again for the order. */
        SPLIT,
        /** The shipment is given up and its goods are free again; the order keeps its turn. */
        BACKORDER
    }

    /**
     * What the decision goes by.
     *
     * @param missingPercent of the line that lacks most, rounded up
     * @param otherStockHere whether the warehouse has other usable goods for what is missing
     */
    public record Facts(int missingPercent, boolean otherStockHere, String shippingPolicy, boolean nothingLeft) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_NOTE = 500;

    private final StoredShipments shipments;
    private final SalesOrders orders;
    private final ShipmentStock stock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shortfalls(
            StoredShipments shipments,
            SalesOrders orders,
            ShipmentStock stock,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.stock = stock;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public Facts facts(String number) {
        StoredShipment shipment = find(number);
        Map<Integer, BigDecimal> missing = shipment.missing();
        Map<Integer, BigDecimal> planned = shipment.plannedByOrderLine();
        int percent = missing.entrySet().stream()
                .map(line -> line.getValue()
                        .multiply(HUNDRED)
                        .divide(planned.get(line.getKey()), 0, RoundingMode.CEILING)
                        .intValueExact())
                .max(Integer::compare)
                .orElse(0);
        SalesOrder order = orders.order(shipment.orderNumber());
        return new Facts(
                percent,
                stock.isMoreIn(shipment.warehouseCode(), shipment.orderNumber(), missing.keySet()),
                order.delivery().shippingPolicy().name(),
                shipment.outcome() == Shipments.Outcome.NOTHING);
    }

    /** @throws Problem where there is nothing else to pick, or the reason is missing or too long */
    @Transactional(readOnly = true)
    public void check(String number, Decision decision, String note) {
        if (decision == Decision.RE_PICK && !facts(number).otherStockHere()) {
            throw Problem.invalid(
                    "nothing-to-repick",
                    "shortPickDecision",
                    "Nothing more of it is free in " + find(number).warehouseCode()
                            + ": ship what is there, or give all back to the order");
        }
        if (decision == Decision.BACKORDER && note == null) {
            throw Problem.invalid("note-missing", "shortPickNote", "Say why the shipment is given up");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Problem.invalid("invalid-note", "shortPickNote", "At most " + LONGEST_NOTE + " characters");
        }
    }

    /** Allocates what is missing from other goods of the warehouse, as new lines to pick. @return whether there were any */
    public boolean repick(String number, Actor by) {
        StoredShipment shipment = find(number);
        List<Allocation> found = stock.takeMore(
                shipment.orderNumber(), number, shipment.warehouseCode(), new TreeMap<>(shipment.missing()));
        if (found.isEmpty()) {
            return false;
        }
        shipment.repick(found, orders.order(shipment.orderNumber()));
        tell(shipment, "Other goods are picked for " + number + " in place of what is missing", by);
        return true;
    }

    /** Ends a shipment that does not leave: what is still allocated in it is free again, its order first in turn. May be repeated. */
    public void giveBack(String number, Actor by, String note) {
        StoredShipment shipment = find(number);
        if (shipment.status() == Shipment.Status.CANCELLED) {
            return;
        }
        boolean goodsGoBack = shipment.outcome() != Shipments.Outcome.NOTHING;
        stock.giveBack(shipment.orderNumber(), number);
        shipment.cancel(clock.instant());
        if (goodsGoBack) {
            tell(
                    shipment,
                    "Shipment " + number + " is given up, its goods are free for the order again"
                            + (note == null ? "" : ": " + note),
                    by);
        }
    }

    private StoredShipment find(String number) {
        return shipments.findByNumber(number).orElseThrow(() -> Problem.notFound("shipment", number));
    }

    private void tell(StoredShipment shipment, String fact, Actor by) {
        events.publishEvent(DealProgress.internal(shipment.dealNumber(), fact, shipment.number(), by));
    }
}
