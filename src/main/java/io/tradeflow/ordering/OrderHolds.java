package io.tradeflow.ordering;

import io.tradeflow.credit.CreditOverride;
import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.QuoteFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds of orders: placed by rule on confirmation or by staff at any time, and let go by whoever owns the reason. */
@Service
@Transactional
public class OrderHolds {

    private static final Set<String> HOLD = Set.of(
            "sales-desk", "sales-managers", "directors", "finance", "credit-controllers", "quality", "stock-planners");
    private static final String ALWAYS_RELEASES = "directors";
    private static final int LONGEST = 500;

    private final HoldTable table;
    private final SalesOrders orders;
    private final Quotations quotations;
    private final Exposures exposures;
    private final CreditHolds credit;
    private final ApplicationEventPublisher events;

    OrderHolds(
            HoldTable table,
            SalesOrders orders,
            Quotations quotations,
            Exposures exposures,
            CreditHolds credit,
            ApplicationEventPublisher events) {
        this.table = table;
        this.orders = orders;
        this.quotations = quotations;
        this.exposures = exposures;
        this.credit = credit;
        this.events = events;
    }

    /** What decides whether the order is held. */
    @Transactional(readOnly = true)
    public OrderFacts facts(String orderNumber) {
        SalesOrder order = orders.order(orderNumber);
        QuoteFacts quote = quotations.facts(order.quoteNumber());
        return new OrderFacts(
                quote.value(),
                table.isFirstOrder(order.buyerCode(), orderNumber),
                exposures.of(order.buyerCode(), order.currency()).overdue().amount(),
                quote.exportMode());
    }

    /** Places what the rules call for. Each reason once in the order's life: may be repeated. */
    public void place(String orderNumber, List<OrderHold.Need> needs) {
        SalesOrder order = orders.order(orderNumber);
        table.lock(orderNumber);
        for (OrderHold.Need need : needs) {
            table.insert(orderNumber, need, "RULE", Actor.PROGRAM)
                    .ifPresent(id -> tell(order, "Held: " + need.because(), Actor.PROGRAM));
        }
        if (!needs.isEmpty() && table.isHeld(orderNumber)) {
            events.publishEvent(DealProgress.noted(
                    order.dealNumber(), "We check the order before we begin with it", orderNumber, Actor.PROGRAM));
        }
    }

    /**
     * Staff hold the order; publishes {@link OrderHeld}.
     *
     * @throws Problem {@code hold-not-allowed}, {@code reason-missing}, {@code order-over}, {@code already-held} for the same reason
     */
    public OrderHold hold(Actor.Staff by, String orderNumber, HoldReason reason, String because) {
        if (!mayHold(by)) {
            throw Problem.forbidden(
                    "hold-not-allowed", "Orders are held by sales, finance, quality and stock planning");
        }
        if (reason == null) {
            throw Problem.invalid("reason-missing", "reason", "Choose why the order is held");
        }
        String words = text("because", because, "Say what has to be cleared before the order goes on");
        table.lock(orderNumber);
        SalesOrder order = orders.order(orderNumber);
        if (order.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.conflict("order-over", "The order is over", orderNumber + " is not open any more");
        }
        OrderHold.Need need = new OrderHold.Need(reason.name(), words, reason.releasingGroup());
        long id = table.insert(orderNumber, need, "STAFF", by)
                .orElseThrow(() -> Problem.conflict(
                        "already-held", "Held already", orderNumber + " is held for this reason already"));
        tell(order, "Held: " + words, by);
        events.publishEvent(new OrderHeld(order.dealNumber(), orderNumber, order.buyerName(), id));
        return hold(id);
    }

    /**
     * Lets the order go as far as this hold is concerned; publishes {@link OrderHoldEnded}.
     *
     * @param override what is allowed above the credit limit; null for nothing, which does for other reasons than the limit
     * @throws Problem not-found, {@code release-not-allowed}, {@code reason-missing}, {@code hold-ended}; {@code override-missing},
     *     {@code override-too-low} and as {@link io.tradeflow.credit.CreditOverrides#grant}
     */
    public OrderHold release(Actor.Staff by, long id, String why, CreditOverride.Terms override) {
        return release(by, id, why, override, false);
    }

    /** As {@link #release}, by completing the task that the hold had made. */
    public OrderHold releaseByTask(Actor.Staff by, long id, String why, CreditOverride.Terms override) {
        return release(by, id, why, override, true);
    }

    private OrderHold release(Actor.Staff by, long id, String why, CreditOverride.Terms override, boolean byTask) {
        OrderHold hold = checkRelease(by, id, why, override);
        table.lock(hold.orderNumber());
        credit.allow(by, hold, override);
        if (!table.end(id, why.strip(), by)) {
            throw ended(hold);
        }
        over(orders.order(hold.orderNumber()), hold, "Released: " + hold.because() + ": " + why.strip(), by, byTask);
        return hold(id);
    }

    /** Whether this person may release this hold with these words now. @throws Problem as {@link #release} */
    @Transactional(readOnly = true)
    public OrderHold checkRelease(Actor by, long id, String why, CreditOverride.Terms override) {
        OrderHold hold = hold(id);
        if (!mayRelease(by, hold)) {
            throw Problem.forbidden(
                    "release-not-allowed", "This hold is released by " + hold.releasingGroup() + " or a director");
        }
        text("reason", why, "Say why the order may go on");
        if (!hold.isOpen()) {
            throw ended(hold);
        }
        credit.needsOverride(hold, override);
        return hold;
    }

    /** Nothing speaks for this hold any more. May be repeated. */
    public void freed(long id, String why) {
        OrderHold hold = hold(id);
        table.lock(hold.orderNumber());
        if (table.end(id, why, Actor.PROGRAM)) {
            over(orders.order(hold.orderNumber()), hold, "Released: " + why, Actor.PROGRAM, false);
        }
    }

    /** The order is over: nothing is left to hold. May be repeated. */
    public void orderOver(String orderNumber, String why) {
        SalesOrder order = orders.order(orderNumber);
        table.ofOrder(orderNumber).stream()
                .filter(OrderHold::isOpen)
                .filter(hold -> table.end(hold.id(), why, Actor.PROGRAM))
                .forEach(hold -> over(order, hold, null, Actor.PROGRAM, false));
    }

    @Transactional(readOnly = true)
    public OrderHold hold(long id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("hold", String.valueOf(id)));
    }

    /** All there were, oldest first; for staff. */
    @Transactional(readOnly = true)
    public List<OrderHold> ofOrder(String orderNumber) {
        return table.ofOrder(orderNumber);
    }

    @Transactional(readOnly = true)
    public boolean isHeld(String orderNumber) {
        return table.isHeld(orderNumber);
    }

    /**
     * As {@link #isHeld}, and no hold comes or goes until the transaction ends: whoever then waits for the release cannot miss it.
     */
    public boolean isHeldNow(String orderNumber) {
        table.lock(orderNumber);
        return table.isHeld(orderNumber);
    }

    public boolean mayHold(Actor by) {
        return by instanceof Actor.Staff staff && HOLD.stream().anyMatch(staff::isIn);
    }

    public boolean mayRelease(Actor by, OrderHold hold) {
        return by instanceof Actor.Staff staff && (staff.isIn(hold.releasingGroup()) || staff.isIn(ALWAYS_RELEASES));
    }

    private void over(SalesOrder order, OrderHold hold, String fact, Actor by, boolean byTask) {
        boolean free = order.status() == SalesOrder.Status.CONFIRMED && !table.isHeld(order.number());
        Optional.ofNullable(fact).ifPresent(words -> tell(order, words, by));
        if (free) {
            events.publishEvent(
                    DealProgress.noted(order.dealNumber(), "The order is checked and goes on", order.number(), by));
        }
        events.publishEvent(new OrderHoldEnded(order.dealNumber(), order.number(), hold.id(), byTask, free));
    }

    private void tell(SalesOrder order, String fact, Actor by) {
        events.publishEvent(DealProgress.internal(order.dealNumber(), fact, order.number(), by));
    }

    private static String text(String field, String text, String missing) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid("reason-missing", field, missing);
        }
        if (text.strip().length() > LONGEST) {
            throw Problem.invalid("reason-too-long", field, "At most " + LONGEST + " characters");
        }
        return text.strip();
    }

    private static Problem ended(OrderHold hold) {
        return Problem.conflict(
                "hold-ended", "Released already", "This hold of " + hold.orderNumber() + " ended: " + hold.endReason());
    }
}
