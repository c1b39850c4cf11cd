package io.tradeflow.fulfilment;

import io.tradeflow.inquiry.Deals;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.Promise;
import io.tradeflow.inventory.Promises;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stock planners give goods that are allocated to one order, and that nobody has begun to pick, to another order. */
@Service
@Transactional
public class Reallocations {

    private static final String PLANNERS = "stock-planners";
    private static final int LONGEST_REASON = 500;
    private static final int MOST_DECIMALS = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Deals deals;
    private final SalesOrders orders;
    private final OrderHolds holds;
    private final Withdrawals withdrawals;
    private final Allocations allocations;
    private final Promises promises;
    private final Parties parties;
    private final Mails mails;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reallocations(
            Deals deals,
            SalesOrders orders,
            OrderHolds holds,
            Withdrawals withdrawals,
            Allocations allocations,
            Promises promises,
            Parties parties,
            Mails mails,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deals = deals;
        this.orders = orders;
        this.holds = holds;
        this.withdrawals = withdrawals;
        this.allocations = allocations;
        this.promises = promises;
        this.parties = parties;
        this.mails = mails;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param quantity in the product's unit */
    public record Wish(String toOrder, String sku, BigDecimal quantity, String reason) {}

    /** Whether this person may do it. */
    public boolean mayMove(Actor by) {
        return by instanceof Actor.Staff staff && staff.isIn(PLANNERS);
    }

    /**
     * Gives the goods to the other order at once. The giving order waits for them from then on, its buyer is told the new day; both orders'
     * promises are worked out anew.
     *
     * @throws Problem {@code planners-only}, not-found, {@code reallocation-invalid} naming each wrong field, {@code order-over}, {@code order-held},
     *     {@code advance-missing}, {@code not-that-much} where picking has begun or less is allocated, {@code more-than-open}, {@code not-enough-free}, {@code whole-order-only}
     */
    public Reallocation move(Actor by, String fromOrder, Wish wish) {
        if (!mayMove(by)) {
            throw Problem.forbidden("planners-only", "Stock planners decide which order gets stock first");
        }
        check(fromOrder, wish);
        new TreeSet<>(Set.of(fromOrder, wish.toOrder().strip())).forEach(orders::lock);
        SalesOrder from = open(fromOrder);
        SalesOrder to = open(wish.toOrder().strip());
        if (holds.isHeldNow(to.number())) {
            throw Problem.conflict("order-held", "The order is held", to.number() + " is on hold; release it first");
        }
        if (deals.deal(Actor.PROGRAM, to.dealNumber()).stage() == DealStage.AWAITING_ADVANCE) {
            throw Problem.conflict(
                    "advance-missing",
                    "The advance is missing",
                    to.number() + " still waits for its advance; give it goods when the advance has come");
        }
        withdrawals.begin(from.number(), ofItsLines(from, wish.sku()));
        Map<Integer, LocalDate> planned = days(from);
        BigDecimal there = withdrawals.untouched(from.number(), wish.sku());
        if (there.compareTo(wish.quantity()) < 0) {
            throw Problem.conflict(
                    "not-that-much",
                    "Not that much can be taken",
                    plain(there) + " of " + wish.sku() + " are allocated to " + from.number()
                            + " and not begun to be picked. What is picked stays with its order");
        }
        withdrawals.withdraw(from.number(), wish.sku(), wish.quantity());
        allocations.allocateOutOfTurn(to.number(), wish.sku(), wish.quantity());
        Reallocation moved = keep(by, from, to, wish);
        tell(by, from, to, wish);
        promises.ofOrder(to.number());
        mail(moved, from, planned);
        events.publishEvent(new GoodsGiven(to.dealNumber()));
        return moved;
    }

    /** What the order gave and got, the newest first. */
    @Transactional(readOnly = true)
    public List<Reallocation> ofOrder(String orderNumber) {
        return jdbc.sql("select * from reallocation where from_order = :order or to_order = :order order by id desc")
                .param("order", orderNumber)
                .query(Reallocation.class)
                .list();
    }

    private static void check(String fromOrder, Wish wish) {
        List<Violation> wrong = new ArrayList<>();
        if (wish.toOrder() == null
                || wish.toOrder().isBlank()
                || wish.toOrder().strip().equals(fromOrder)) {
            wrong.add(new Violation("toOrder", "Name the order that gets the goods, another than " + fromOrder));
        }
        if (wish.sku() == null || wish.sku().isBlank()) {
            wrong.add(new Violation("sku", "Name the product"));
        }
        if (wish.quantity() == null
                || wish.quantity().signum() <= 0
                || wish.quantity().scale() > MOST_DECIMALS) {
            wrong.add(new Violation("quantity", "How much? More than zero, with at most six decimals"));
        }
        if (wish.reason() == null || wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            wrong.add(new Violation("reason", "Say why, in at most " + LONGEST_REASON + " characters"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("reallocation-invalid", "The goods cannot be moved like this", wrong);
        }
    }

    private SalesOrder open(String number) {
        SalesOrder order = orders.order(number);
        if (order.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.conflict("order-over", "The order is over", number + " is not open any more");
        }
        return order;
    }

    private Reallocation keep(Actor by, SalesOrder from, SalesOrder to, Wish wish) {
        return jdbc.sql(
                        """
                        insert into reallocation (from_order, to_order, sku, quantity, reason, moved_by, moved_at)
                        values (:from, :to, :sku, :quantity, :reason, :by, :now) returning *""")
                .param("from", from.number())
                .param("to", to.number())
                .param("sku", wish.sku())
                .param("quantity", wish.quantity())
                .param("reason", wish.reason().strip())
                .param("by", by.name())
                .param("now", OffsetDateTime.now(clock))
                .query(Reallocation.class)
                .single();
    }

    private void tell(Actor by, SalesOrder from, SalesOrder to, Wish wish) {
        String what = plain(wish.quantity()) + " of " + wish.sku();
        events.publishEvent(DealProgress.internal(
                from.dealNumber(),
                what + " given to " + to.number() + ": " + wish.reason().strip(),
                from.number(),
                by));
        events.publishEvent(DealProgress.internal(
                to.dealNumber(),
                what + " taken from " + from.number() + ": " + wish.reason().strip(),
                to.number(),
                by));
        events.publishEvent(DealProgress.noted(
                from.dealNumber(), "Goods that were set aside for the order come later", from.number(), Actor.PROGRAM));
    }

    /** What the order does not know is not locked: nothing of it can be taken. */
    private static Set<String> ofItsLines(SalesOrder order, String sku) {
        return order.lines().stream()
                .map(SalesOrder.Line::sku)
                .filter(sku::equals)
                .collect(Collectors.toSet());
    }

    /** By line; a line without a day is not in it. */
    private Map<Integer, LocalDate> days(SalesOrder order) {
        return promises.ofOrder(order.number()).stream()
                .filter(promise -> promise.promisedOn() != null)
                .collect(Collectors.toMap(Promise::lineNo, Promise::promisedOn));
    }

    private static boolean isLater(Promise promise, LocalDate planned) {
        return planned != null
                && (promise.promisedOn() == null || promise.promisedOn().isAfter(planned));
    }

    /** Names the lines of the product, and every other line that comes later because of it. */
    private void mail(Reallocation moved, SalesOrder from, Map<Integer, LocalDate> planned) {
        Buyer buyer = parties.buyer(from.buyerCode());
        Set<Integer> lines = from.lines().stream()
                .filter(line -> line.sku().equals(moved.sku()))
                .map(SalesOrder.Line::lineNo)
                .collect(Collectors.toSet());
        String days = promises.ofOrder(from.number()).stream()
                .filter(promise -> lines.contains(promise.lineNo()) || isLater(promise, planned.get(promise.lineNo())))
                .map(promise -> "- line " + promise.lineNo() + ": " + day(promise))
                .collect(Collectors.joining("\n"));
        mails.queue(new MailDraft(
                "reallocated:" + moved.id(),
                from.dealNumber(),
                buyer.email(),
                "Order " + from.number() + ": a later day for some goods",
                """
                Dear %s,

                goods of your order %s, purchase order %s, come later than we had planned:

                %s

                We are sorry for that. You can follow the order as before.

                Kind regards,
                %s
                """
                        .formatted(
                                buyer.contactName(),
                                from.number(),
                                from.poNumber(),
                                days,
                                parties.seller().legalName()),
                List.of()));
    }

    private static String day(Promise promise) {
        LocalDate on = promise.promisedOn();
        return on == null ? "no day is known yet, we tell you as soon as one is" : "expected on " + DAY.format(on);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
