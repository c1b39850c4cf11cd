package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.ProductionChanged.Kind;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.ExpectedReceipt;
import io.tradeflow.inventory.ExpectedReceipts;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DocumentNumber;
import io.tradeflow.kernel.FinancialYear;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the plant is asked to produce for orders that lack goods: requested, in production, received. */
@Service("productionRequests")
@Transactional
public class ProductionRequests {

    private static final String SERIES = "PRD";
    private static final Set<String> KEEP = Set.of("stock-planners", "warehouse");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int LONGEST_NOTE = 500;

    private final ProductionTable table;
    private final ShortageTable shortages;
    private final ExpectedReceipts expected;
    private final Allocations allocations;
    private final SalesOrders orders;
    private final Parties parties;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProductionRequests(
            ProductionTable table,
            ShortageTable shortages,
            ExpectedReceipts expected,
            Allocations allocations,
            SalesOrders orders,
            Parties parties,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.shortages = shortages;
        this.expected = expected;
        this.allocations = allocations;
        this.orders = orders;
        this.parties = parties;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** Asks the plant; gives the request's number. */
    String request(ShortageLine line, SalesOrder order, Actor by) {
        String number = DocumentNumber.of(SERIES, FinancialYear.of(LocalDate.now(clock)), table.nextSerial())
                .value();
        table.insert(number, line, order.dealNumber(), by);
        announce(request(number));
        tell(order.dealNumber(), line.quantity() + " " + line.description() + " are to be produced", number, by);
        events.publishEvent(new ProductionChanged(number, order.dealNumber(), Kind.REQUESTED));
        return number;
    }

    /** The plant has begun. May be repeated. @throws Problem {@code plant-only}, {@code production-over}, not-found */
    public ProductionRequest start(Actor by, String number) {
        ProductionRequest request = open(by, number);
        if (request.status() == ProductionRequest.Status.REQUESTED) {
            table.start(number, by);
            tell(request.dealNumber(), "Production " + number + " has begun", number, by);
        }
        return request(number);
    }

    /**
     * The plant names another day; where it is later, the buyer who waits is told by mail. May be repeated.
     *
     * @throws Problem {@code plant-only}, {@code production-over}, {@code production-date-invalid}, not-found
     */
    public ProductionRequest reschedule(Actor by, String number, LocalDate expectedOn) {
        ProductionRequest before = open(by, number);
        checkDate(expectedOn);
        if (expectedOn.equals(before.expectedOn())) {
            return before;
        }
        table.reschedule(number, expectedOn);
        shortages.moveDate(number, expectedOn);
        ProductionRequest moved = request(number);
        announce(moved);
        SalesOrder order = orders.order(moved.orderNumber());
        boolean stillMissing = allocations.open(order.number()).containsKey(moved.orderLineNo());
        if (stillMissing && expectedOn.isAfter(before.expectedOn())) {
            mails.queue(ShortageMail.later(
                    moved,
                    order,
                    parties.buyer(order.buyerCode()),
                    parties.seller().tradeName()));
        }
        events.publishEvent(DealProgress.noted(
                moved.dealNumber(), "Production " + number + " is expected on " + DAY.format(expectedOn), number, by));
        events.publishEvent(new ProductionChanged(number, moved.dealNumber(), Kind.RESCHEDULED));
        return moved;
    }

    /** @throws Problem {@code production-date-invalid} unless it is a day from today on */
    public void checkDate(LocalDate expectedOn) {
        if (expectedOn == null || expectedOn.isBefore(LocalDate.now(clock))) {
            throw Problem.invalid("production-date-invalid", "expectedOn", "Enter a day from today on");
        }
    }

    /**
     * The plant hands the goods over: a stock receipt under the request's number, which wakes the orders that wait. A second call books
     * nothing more.
     *
     * @throws Problem {@code plant-only}, {@code production-over}, not-found, and as {@link ExpectedReceipts#receive}
     */
    public ProductionRequest receive(Actor by, String number, ProducedGoods goods) {
        ProductionRequest request = require(by, number);
        if (request.status() == ProductionRequest.Status.RECEIVED) {
            return request;
        }
        refuseWhatIsOver(request);
        if (goods.quantity() == null || goods.quantity().signum() <= 0) {
            throw Problem.invalid("invalid-receipt", "quantity", "How much was produced?");
        }
        table.receive(number, goods.quantity(), goods.batch(), by);
        tell(
                request.dealNumber(),
                "Production " + number + " is received: "
                        + goods.quantity().stripTrailingZeros().toPlainString() + " "
                        + request.quantity().unit(),
                number,
                by);
        events.publishEvent(new ProductionChanged(number, request.dealNumber(), Kind.RECEIVED));
        long announced = announced(request);
        expected.receive(
                by,
                announced,
                new ExpectedReceipts.Arrival(
                        number,
                        goods.quantity(),
                        goods.batch(),
                        goods.manufacturedOn(),
                        goods.expiresOn(),
                        goods.bin()));
        if (expected.one(announced).status() == ExpectedReceipt.Status.OPEN) {
            expected.cancel(by, announced, "Less was produced than asked for");
        }
        return request(number);
    }

    /** It is not produced after all; the order waits on and is looked at again. @throws Problem {@code plant-only}, {@code production-over}, {@code reason-missing} */
    public ProductionRequest cancel(Actor by, String number, String reason) {
        ProductionRequest request = open(by, number);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_NOTE) {
            throw Problem.invalid("reason-missing", "reason", "Say in at most 500 characters why it is not produced");
        }
        table.cancel(number, reason.strip(), by);
        expected.cancel(by, announced(request), reason.strip());
        tell(request.dealNumber(), "Production " + number + " is cancelled: " + reason.strip(), number, by);
        events.publishEvent(new ProductionChanged(number, request.dealNumber(), Kind.CANCELLED));
        return request(number);
    }

    /** @throws Problem not-found */
    @Transactional(readOnly = true)
    public ProductionRequest request(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("production request", number));
    }

    @Transactional(readOnly = true)
    public List<ProductionRequest> ofDeal(String dealNumber) {
        return table.ofDeal(dealNumber);
    }

    /** Open ones, the earliest day first; with {@code all} those that ended after them. */
    @Transactional(readOnly = true)
    public List<ProductionRequest> list(boolean all) {
        return table.list(all);
    }

    /** Whether this actor keeps production requests: stock planners and the warehouse, for the plant. */
    public boolean mayKeep(Actor by) {
        return by instanceof Actor.Program
                || by instanceof Actor.Staff staff && KEEP.stream().anyMatch(staff::isIn);
    }

    private void announce(ProductionRequest request) {
        expected.announce(
                request.number(),
                request.warehouseCode(),
                request.sku(),
                request.quantity().plain(),
                request.expectedOn(),
                ExpectedReceipt.Source.PRODUCTION);
    }

    /** The expected receipt that stands for the request. */
    private long announced(ProductionRequest request) {
        return expected.open(Set.of(request.sku())).stream()
                .filter(receipt -> receipt.reference().equals(request.number()))
                .map(ExpectedReceipt::id)
                .findFirst()
                .orElseThrow(() -> Problem.conflict(
                        "production-over",
                        "Production is over",
                        "Nothing more is expected under " + request.number()
                                + ": it is booked in or given up already"));
    }

    private ProductionRequest open(Actor by, String number) {
        ProductionRequest request = require(by, number);
        refuseWhatIsOver(request);
        return request;
    }

    private ProductionRequest require(Actor by, String number) {
        if (!mayKeep(by)) {
            throw Problem.forbidden("plant-only", "Production is kept by the stock planners and the warehouse");
        }
        return table.lock(number).orElseThrow(() -> Problem.notFound("production request", number));
    }

    private static void refuseWhatIsOver(ProductionRequest request) {
        if (!request.status().isOpen()) {
            throw Problem.conflict(
                    "production-over",
                    "Production is over",
                    request.number() + " is " + request.status().name().toLowerCase(Locale.ROOT) + " already");
        }
    }

    private void tell(String dealNumber, String fact, String number, Actor by) {
        events.publishEvent(DealProgress.internal(dealNumber, fact, number, by));
    }
}
