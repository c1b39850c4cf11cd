package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.ReplacementGoods;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.PartDeliveries;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is decided about goods that are missing, and what follows from it. */
@Service("shortages")
@Transactional
public class Shortages {

    /**
     * A decision that is kept.
     *
     * @param reviewInDays after how many days a planner looks again because a date has passed; null where no date was named
     */
    public record Recorded(long decisionId, Set<ShortageChoice> choices, boolean allGivenUp, Integer reviewInDays) {}

    private final ShortageTable table;
    private final Substitutions substitutions;
    private final ProductionRequests production;
    private final Allocations allocations;
    private final ReplacementGoods replacements;
    private final SalesOrders orders;
    private final PartDeliveries partDeliveries;
    private final Products products;
    private final Stock stock;
    private final Parties parties;
    private final Mails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shortages(
            ShortageTable table,
            Substitutions substitutions,
            ProductionRequests production,
            Allocations allocations,
            ReplacementGoods replacements,
            SalesOrders orders,
            PartDeliveries partDeliveries,
            Products products,
            Stock stock,
            Parties parties,
            Mails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.substitutions = substitutions;
        this.production = production;
        this.allocations = allocations;
        this.replacements = replacements;
        this.orders = orders;
        this.partDeliveries = partDeliveries;
        this.products = products;
        this.stock = stock;
        this.parties = parties;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Problem {@code shortage-decision-invalid} naming each wrong field */
    @Transactional(readOnly = true)
    public void check(String orderNumber, ShortageDecision decision) {
        check(orders.order(orderNumber), allocations.open(orderNumber), decision);
    }

    private void check(SalesOrder order, Map<Integer, BigDecimal> open, ShortageDecision decision) {
        Set<String> wanted = decision.lines().values().stream()
                .map(ShortageDecision.Line::substituteSku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<String, Product> known = wanted.isEmpty() ? Map.of() : products.bySku(wanted);
        Set<Integer> owedAgain = replacements.owed(order.number()).keySet();
        new ShortageCheck(order, open, owedAgain, known, warehouses(), LocalDate.now(clock)).check(decision);
    }

    /** Keeps the decision for all that is open of the order; what was offered before is withdrawn. Nothing follows from it yet. */
    public Recorded record(String orderNumber, ShortageDecision decision, Actor by) {
        SalesOrder order = orders.order(orderNumber);
        Map<Integer, BigDecimal> open = allocations.open(orderNumber);
        check(order, open, decision);
        substitutions.withdraw(orderNumber, by);
        long id = table.insert(order, decision.reason(), by);
        Map<Integer, SalesOrder.Line> lines =
                order.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, Function.identity()));
        Map<Integer, ShortageDecision.Line> decided = decision.of(open.keySet());
        decided.forEach((lineNo, line) ->
                table.insert(id, lines.get(lineNo), open.get(lineNo), completed(line, lines.get(lineNo))));
        Set<ShortageChoice> choices =
                decided.values().stream().map(ShortageDecision.Line::choice).collect(Collectors.toSet());
        return new Recorded(id, choices, Set.of(ShortageChoice.CANCEL).equals(choices), review(decided));
    }

    private ShortageDecision.Line completed(ShortageDecision.Line line, SalesOrder.Line ordered) {
        boolean offersAnother = line.choice() == ShortageChoice.SUBSTITUTE;
        boolean produces = line.choice() == ShortageChoice.PRODUCE;
        return new ShortageDecision.Line(
                line.choice(),
                line.choice() == ShortageChoice.CANCEL ? null : line.expectedOn(),
                line.substituteSku(),
                offersAnother && line.unitPrice() == null ? ordered.unitPrice().amount() : line.unitPrice(),
                produces && line.warehouseCode() == null
                        ? stock.warehouses().get(0).code()
                        : line.warehouseCode());
    }

    /** The day after the earliest date that was named. */
    private Integer review(Map<Integer, ShortageDecision.Line> decided) {
        return decided.values().stream()
                .map(ShortageDecision.Line::expectedOn)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(day -> (int) ChronoUnit.DAYS.between(LocalDate.now(clock), day) + 1)
                .orElse(null);
    }

    /** Gives up the lines of which the decision says so; the others stay. May be repeated. */
    public void giveUp(long decisionId, Actor by) {
        ShortageTable.Head head = table.head(decisionId);
        Set<Integer> lines = of(decisionId, ShortageChoice.CANCEL).stream()
                .map(ShortageLine::orderLineNo)
                .collect(Collectors.toSet());
        allocations.shortClose(head.orderNumber(), lines, head.reason(), by);
    }

    /** Asks the plant for what the decision wants produced. May be repeated. */
    public void produce(long decisionId, Actor by) {
        for (ShortageLine line : of(decisionId, ShortageChoice.PRODUCE)) {
            if (line.productionNumber() == null) {
                String number = production.request(line, orders.order(line.orderNumber()), by);
                table.setProduction(decisionId, line.orderLineNo(), number);
            }
        }
    }

    /** Offers the buyer the products the decision names. May be repeated. @param answerBy last day of the buyer's answer */
    public void offer(long decisionId, LocalDate answerBy) {
        substitutions.offer(
                table.head(decisionId),
                of(decisionId, ShortageChoice.SUBSTITUTE),
                orders.order(table.head(decisionId).orderNumber()).currency(),
                answerBy);
    }

    /** What is there leaves now, also where the order wanted all at once. May be repeated. */
    public void shipInParts(long decisionId, Actor by) {
        ShortageTable.Head head = table.head(decisionId);
        partDeliveries.allow(head.orderNumber());
        events.publishEvent(DealProgress.noted(
                head.dealNumber(), "What is in stock is shipped now, the rest follows", head.orderNumber(), by));
    }

    /** One mail for the decision, with all its lines and their new dates. May be repeated. */
    public void tellBuyer(long decisionId) {
        ShortageTable.Head head = table.head(decisionId);
        SalesOrder order = orders.order(head.orderNumber());
        mails.queue(ShortageMail.of(
                head,
                table.lines(decisionId),
                substitutions.ofDecision(decisionId),
                order,
                parties.buyer(order.buyerCode()),
                parties.seller().tradeName()));
        events.publishEvent(DealProgress.noted(
                head.dealNumber(),
                "The buyer is told what happens about missing goods",
                head.orderNumber(),
                Actor.PROGRAM));
    }

    /** What the newest decision says, with the lines that are still open or were given up, as this actor may see it. */
    @Transactional(readOnly = true)
    public List<ShortageLine> ofDeal(Actor by, String dealNumber) {
        List<ShortageLine> lines = table.newestOfDeal(dealNumber);
        if (lines.isEmpty()) {
            return lines;
        }
        String orderNumber = lines.get(0).orderNumber();
        orders.order(by, orderNumber);
        Set<Integer> open = allocations.open(orderNumber).keySet();
        return lines.stream().filter(line -> open.contains(line.orderLineNo())).toList();
    }

    /** The open lines of an order with what is missing of each. */
    @Transactional(readOnly = true)
    public Map<Integer, BigDecimal> open(String orderNumber) {
        return allocations.open(orderNumber);
    }

    private List<ShortageLine> of(long decisionId, ShortageChoice choice) {
        return table.lines(decisionId).stream()
                .filter(line -> line.choice() == choice)
                .toList();
    }

    private Set<String> warehouses() {
        return stock.warehouses().stream().map(Warehouse::code).collect(Collectors.toSet());
    }
}
