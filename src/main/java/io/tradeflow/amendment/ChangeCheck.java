package io.tradeflow.amendment;

import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.OrderQuantityRule;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.fulfilment.Withdrawals;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.party.DeliveryAddress;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a change can be made of the order as it stands: never below what is in pick lists, delivered or invoiced. */
@Component
class ChangeCheck {

    private static final int MOST_DIGITS = 12;
    private static final int MOST_ADDED = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_INSTRUCTIONS = 2000;

    private final Allocations allocations;
    private final Shipments shipments;
    private final Withdrawals withdrawals;
    private final Products products;
    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final InvoicedLines invoiced;
    private final Clock clock;

    ChangeCheck(
            Allocations allocations,
            Shipments shipments,
            Withdrawals withdrawals,
            Products products,
            Offerings offerings,
            CatalogueViewers viewers,
            InvoicedLines invoiced,
            Clock clock) {
        this.allocations = allocations;
        this.shipments = shipments;
        this.withdrawals = withdrawals;
        this.products = products;
        this.offerings = offerings;
        this.viewers = viewers;
        this.invoiced = invoiced;
        this.clock = clock;
    }

    /**
     * To be called with the order locked where the change is to take effect.
     *
     * @param by who wants the change: a buyer adds only what its company may see
     * @throws Problem {@code order-over}, {@code order-delivered}, {@code change-invalid} naming every wrong field
     */
    void check(SalesOrder order, ChangeDraft draft, Actor by) {
        if (order.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.conflict("order-over", "The order is over", order.number() + " cannot be changed any more");
        }
        Map<Integer, BigDecimal> open = allocations.open(order.number());
        List<Shipment> all = shipments.ofOrder(order.number()).stream()
                .filter(shipment -> shipment.status() != Shipment.Status.CANCELLED)
                .toList();
        boolean allLeft = open.isEmpty()
                && !all.isEmpty()
                && all.stream().allMatch(shipment -> shipment.status() == Shipment.Status.DISPATCHED);
        if (allLeft) {
            throw Problem.conflict(
                    "order-delivered",
                    "Everything has left",
                    "Everything of " + order.number() + " has left. Order anew what is wanted besides");
        }
        List<Violation> wrong = new ArrayList<>();
        Map<Integer, InvoicedLines.Taken> taken = invoiced.of(order.dealNumber(), order.number());
        // what no pick list is released of goes back to stock
        Map<Integer, BigDecimal> free = new HashMap<>(open);
        withdrawals
                .notReleased(order.number())
                .forEach((line, quantity) -> free.merge(line, quantity, BigDecimal::add));
        lines(order, draft, free, taken, wrong);
        added(draft, by, wrong);
        delivery(order, draft, all, !taken.isEmpty(), wrong);
        if (draft.reason() == null || draft.reason().isBlank()) {
            wrong.add(new Violation("reason", "Say why the order is changed"));
        } else if (draft.reason().strip().length() > LONGEST_REASON) {
            wrong.add(new Violation("reason", "A reason has at most " + LONGEST_REASON + " characters"));
        }
        if (wrong.isEmpty() && isEmpty(order, draft)) {
            wrong.add(new Violation("lines", "Nothing is different from the order as it is"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("change-invalid", "The change cannot be made like this", wrong);
        }
    }

    private void lines(
            SalesOrder order,
            ChangeDraft draft,
            Map<Integer, BigDecimal> open,
            Map<Integer, InvoicedLines.Taken> taken,
            List<Violation> wrong) {
        Map<Integer, SalesOrder.Line> ordered =
                order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        Map<String, Product> bySku =
                products.bySku(order.lines().stream().map(SalesOrder.Line::sku).collect(Collectors.toSet()));
        Set<Integer> seen = new HashSet<>();
        BigDecimal left = BigDecimal.ZERO;
        for (ChangeDraft.Line change : draft.lines()) {
            SalesOrder.Line line = ordered.get(change.lineNo());
            String path = "lines[" + (change.lineNo() - 1) + "]";
            if (line == null || !seen.add(change.lineNo())) {
                wrong.add(new Violation(path, "The order has no line " + change.lineNo() + ", or it is named twice"));
                continue;
            }
            if (change.quantity() != null
                    && change.quantity().compareTo(line.ordered().value()) != 0) {
                quantity(
                        line,
                        change.quantity(),
                        floor(
                                line,
                                open.getOrDefault(line.lineNo(), BigDecimal.ZERO),
                                taken.getOrDefault(line.lineNo(), InvoicedLines.Taken.NOTHING)),
                        bySku,
                        path,
                        wrong);
            }
            day(change.requestedOn(), line.requestedOn(), path, wrong);
        }
        for (SalesOrder.Line line : order.lines()) {
            left = left.add(draft.lines().stream()
                    .filter(change -> change.lineNo() == line.lineNo() && change.quantity() != null)
                    .map(ChangeDraft.Line::quantity)
                    .findFirst()
                    .orElse(line.ordered().value()));
        }
        if (left.signum() == 0 && draft.added().isEmpty()) {
            wrong.add(new Violation("lines", "Nothing would be left of the order: cancel it instead"));
        }
    }

    /** Goods that came back to be replaced are open again, yet stay invoiced. */
    static BigDecimal floor(SalesOrder.Line line, BigDecimal open, InvoicedLines.Taken taken) {
        return line.ordered().value().subtract(open).max(taken.quantity());
    }

    private static void quantity(
            SalesOrder.Line line,
            BigDecimal wanted,
            BigDecimal floor,
            Map<String, Product> bySku,
            String path,
            List<Violation> wrong) {
        if (wanted.signum() < 0 || wanted.scale() > 6 || wanted.precision() - wanted.scale() > MOST_DIGITS) {
            wrong.add(new Violation(path + ".quantity", "A quantity is zero or more, with at most six decimals"));
            return;
        }
        if (wanted.compareTo(floor) < 0) {
            wrong.add(
                    new Violation(
                            path + ".quantity",
                            "Line " + line.lineNo() + ": " + plain(floor)
                                    + " are in pick lists, delivered, invoiced or given up already, so it cannot go below that."
                                    + " What is picked comes back only when the warehouse enters a short pick or the goods are returned"));
            return;
        }
        Product product = bySku.get(line.sku());
        if (wanted.compareTo(line.ordered().value()) > 0 && product != null) {
            if (!product.active()) {
                wrong.add(new Violation(
                        path + ".quantity", line.sku() + " is not sold any more; the quantity cannot be raised"));
                return;
            }
            OrderQuantityRule.Check check = OrderQuantityRule.check(product, wanted);
            if (!check.valid()) {
                wrong.add(new Violation(path + ".quantity", "Line " + line.lineNo() + ": " + check.message()));
            }
        }
    }

    private void day(LocalDate wanted, LocalDate before, String path, List<Violation> wrong) {
        if (wanted != null && !wanted.equals(before) && wanted.isBefore(LocalDate.now(clock))) {
            wrong.add(new Violation(path + ".requestedOn", "The day " + wanted + " is over"));
        }
    }

    private void added(ChangeDraft draft, Actor by, List<Violation> wrong) {
        if (draft.added().size() > MOST_ADDED) {
            wrong.add(new Violation("added", "At most " + MOST_ADDED + " lines are added at once"));
            return;
        }
        Set<String> skus = draft.added().stream()
                .map(ChangeDraft.NewLine::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Product> bySku = by instanceof Actor.BuyerUser && !skus.isEmpty()
                ? offerings.visible(viewers.of(by), skus)
                : products.bySku(skus);
        for (int index = 0; index < draft.added().size(); index++) {
            ChangeDraft.NewLine line = draft.added().get(index);
            String path = "added[" + index + "]";
            Product product = line.sku() == null ? null : bySku.get(line.sku());
            if (product == null || !product.active()) {
                wrong.add(new Violation(path + ".sku", "There is no product " + line.sku() + " that can be ordered"));
            } else if (line.quantity() == null
                    || line.quantity().signum() <= 0
                    || line.quantity().scale() > 6) {
                wrong.add(new Violation(path + ".quantity", "Say how much of " + line.sku() + " is wanted"));
            } else {
                OrderQuantityRule.Check check = OrderQuantityRule.check(product, line.quantity());
                if (!check.valid()) {
                    wrong.add(new Violation(path + ".quantity", line.sku() + ": " + check.message()));
                }
            }
            day(line.requestedOn(), null, path, wrong);
        }
    }

    private static void delivery(
            SalesOrder order, ChangeDraft draft, List<Shipment> all, boolean billed, List<Violation> wrong) {
        if (draft.instructions() != null && draft.instructions().length() > LONGEST_INSTRUCTIONS) {
            wrong.add(new Violation(
                    "instructions", "Delivery instructions have at most " + LONGEST_INSTRUCTIONS + " characters"));
        }
        if (draft.shipTo() == null || draft.shipTo().equals(order.shipTo())) {
            return;
        }
        wrong.addAll(DeliveryAddress.wrong("shipTo", draft.shipTo()));
        if (all.stream().anyMatch(shipment -> shipment.status() == Shipment.Status.DISPATCHED)) {
            wrong.add(new Violation("shipTo", "Goods have left already; the address stays"));
        } else if (billed || all.stream().anyMatch(shipment -> shipment.status() == Shipment.Status.PACKED)) {
            wrong.add(new Violation("shipTo", "Goods are packed or invoiced for this address already; it stays"));
        }
        if (!Objects.equals(draft.shipTo().country(), order.shipTo().country())) {
            wrong.add(new Violation("shipTo.country", "Another country is another deal: ask for a quote"));
        }
        boolean charged = order.extras().freight().isPositive();
        if (charged
                && !Objects.equals(draft.shipTo().stateCode(), order.shipTo().stateCode())) {
            wrong.add(new Violation(
                    "shipTo.stateCode",
                    "Freight was agreed for " + order.shipTo().stateName() + "; another state needs a new quote"));
        }
    }

    private static boolean isEmpty(SalesOrder order, ChangeDraft draft) {
        Map<Integer, SalesOrder.Line> ordered =
                order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        boolean sameLines = draft.lines().stream().allMatch(change -> {
            SalesOrder.Line line = ordered.get(change.lineNo());
            return (change.quantity() == null
                            || change.quantity().compareTo(line.ordered().value()) == 0)
                    && (change.requestedOn() == null || change.requestedOn().equals(line.requestedOn()));
        });
        boolean sameDelivery = (draft.shippingPolicy() == null
                        || draft.shippingPolicy() == order.delivery().shippingPolicy())
                && (draft.instructions() == null
                        || Objects.equals(
                                ChangeCalculation.blankToNull(draft.instructions()),
                                order.delivery().instructions()))
                && (draft.shipTo() == null
                        || DeliveryAddress.tidy(draft.shipTo()).equals(order.shipTo()));
        return sameLines && sameDelivery && draft.added().isEmpty();
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
