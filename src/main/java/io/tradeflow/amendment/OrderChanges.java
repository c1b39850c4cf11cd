package io.tradeflow.amendment;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.approval.ApprovalRequest;
import io.tradeflow.approval.ApprovalSubject;
import io.tradeflow.approval.Approvals;
import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.credit.Exposure;
import io.tradeflow.credit.Exposures;
import io.tradeflow.inventory.Stock;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.notification.MailDraft;
import io.tradeflow.notification.Mails;
import io.tradeflow.ordering.OrderRevisions;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of confirmed orders: previewed, proposed by buyer or sales desk, checked and approved as they are, and applied at once. What the
 * preview says is computed anew when it takes effect; where it comes to anything else by then, the change is overtaken and nothing happens.
 */
@Service
@Transactional
public class OrderChanges {

    /** What approvals of changes are filed under. */
    public static final String SUBJECT_TYPE = "ORDER_CHANGE";

    private static final Set<String> CHANGES = Set.of("sales-desk", "sales-managers");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ChangeTable table;
    private final ChangeCheck check;
    private final ChangeCalculation calculation;
    private final ChangeForecast forecast;
    private final SalesOrders orders;
    private final OrderRevisions revisions;
    private final Quotations quotations;
    private final Approvals approvals;
    private final Exposures exposures;
    private final CreditOverrides overrides;
    private final Stock stock;
    private final BuyerPeople people;
    private final Parties parties;
    private final Mails mails;
    private final ApplicationEventPublisher events;

    OrderChanges(
            ChangeTable table,
            ChangeCheck check,
            ChangeCalculation calculation,
            ChangeForecast forecast,
            SalesOrders orders,
            OrderRevisions revisions,
            Quotations quotations,
            Approvals approvals,
            Exposures exposures,
            CreditOverrides overrides,
            Stock stock,
            BuyerPeople people,
            Parties parties,
            Mails mails,
            ApplicationEventPublisher events) {
        this.table = table;
        this.check = check;
        this.calculation = calculation;
        this.forecast = forecast;
        this.orders = orders;
        this.revisions = revisions;
        this.quotations = quotations;
        this.approvals = approvals;
        this.exposures = exposures;
        this.overrides = overrides;
        this.stock = stock;
        this.people = people;
        this.parties = parties;
        this.mails = mails;
        this.events = events;
    }

    /**
     * What the change would come to. Changes nothing but the engine's record of the decision it asks for.
     *
     * @throws Problem not-found, {@code change-not-allowed}, {@code order-over}, {@code order-delivered}, {@code change-invalid}
     */
    public ChangePreview preview(Actor by, String orderNumber, ChangeDraft draft) {
        requireMayChange(by);
        return worked(orders.order(by, orderNumber), draft, by);
    }

    /**
     * Proposes the change; publishes {@link ChangeProposed}.
     *
     * @throws Problem as {@link #preview}, {@code change-pending} where another one is open
     */
    public OrderChange propose(Actor by, String orderNumber, ChangeDraft draft) {
        requireMayChange(by);
        orders.order(by, orderNumber);
        SalesOrder order = revisions.lock(orderNumber);
        ChangePreview preview = worked(order, draft, by);
        String number = table.insert(
                preview.before(), preview.after(), draft, preview.sentences(), ChangeWords.hash(preview.after()), by);
        events.publishEvent(DealProgress.noted(
                order.dealNumber(),
                "Change of the order proposed: " + String.join("; ", shortened(preview.sentences())),
                orderNumber,
                by));
        events.publishEvent(new ChangeProposed(
                order.dealNumber(), orderNumber, number, order.buyerName(), by instanceof Actor.BuyerUser));
        return change(number);
    }

    /** The sales desk has looked at a buyer's change and lets it go on; who did may not approve it. */
    public void checked(String number, Actor by) {
        table.checked(number, by);
    }

    /** What decides who has to approve it; nothing is known where it cannot be made any more, which applying will find out. */
    public ChangeFacts facts(String number) {
        OrderChange change = change(number);
        try {
            return worked(orders.order(change.orderNumber()), change.draft(), Actor.PROGRAM)
                    .facts();
        } catch (Problem gone) {
            return ChangeFacts.UNKNOWN;
        }
    }

    /** Asks for these approvals of exactly this change. May be repeated. */
    public void requestApprovals(String number, List<ApprovalNeed> needs) {
        OrderChange change = change(number);
        Set<String> makers = new HashSet<>();
        makers.add(change.proposedById());
        if (change.checkedById() != null) {
            makers.add(change.checkedById());
        }
        approvals.request(new ApprovalRequest(
                change.dealNumber(),
                subject(change),
                change.checkedById() == null ? change.proposedById() : change.checkedById(),
                makers,
                "Order " + change.orderNumber() + ": " + Amounts.shown(change.totalAfter()) + ", was "
                        + Amounts.shown(change.totalBefore()),
                needs));
    }

    /**
     * Applies the approved change in one go: lines, totals, tax, exposure, confirmation. What is refused stays as it was.
     *
     * @return what became of the change
     */
    public ChangeState apply(String number) {
        OrderChange change = change(number);
        if (!change.isOpen()) {
            return change.state();
        }
        if (!approvals.isGranted(subject(change))) {
            return refuse(number, "It was not approved", Actor.PROGRAM);
        }
        SalesOrder order = revisions.lock(change.orderNumber());
        SalesOrder after;
        try {
            if (order.revision() != change.baseRevision()) {
                return overtaken(change, "the order was changed meanwhile");
            }
            check.check(order, change.draft(), Actor.PROGRAM);
            after = calculation.of(order, change.draft()).after();
        } catch (Problem gone) {
            return overtaken(
                    change,
                    gone.violations().isEmpty()
                            ? gone.getMessage()
                            : gone.violations().get(0).message());
        }
        if (!ChangeWords.hash(after).equals(change.contentHash())) {
            return overtaken(change, "it would come to something else than what was approved");
        }
        Money excess = excess(revisions.standing(order), after);
        if (excess.isPositive() && !isGranted(change, Set.of("CREDIT"))) {
            return overtaken(
                    change,
                    "it would bring what is owed " + Amounts.shown(excess)
                            + " over the credit limit, and nobody has approved that");
        }
        table.end(number, ChangeState.APPLIED, "Applied", after.revision(), Actor.PROGRAM);
        revisions.revise(after, change.sentences(), Actor.PROGRAM);
        overrides.carryOver(number, subject(change).revision(), after.debt(), after.revision());
        return ChangeState.APPLIED;
    }

    /** By how much the change goes over the credit limit now; what is owed stays as it is until the transaction ends. */
    private Money excess(SalesOrder before, SalesOrder after) {
        Money more = after.grandTotal().minus(before.grandTotal());
        return more.isPositive() ? exposures.hold(before.debt()).excessWith(more) : Money.zero(before.currency());
    }

    private boolean isGranted(OrderChange change, Set<String> kinds) {
        return approvals.ofSubject(change.number()).stream()
                .anyMatch(approval -> kinds.contains(approval.kind())
                        && !approval.isVoid()
                        && approval.subject().equals(subject(change))
                        && approval.level() == approval.levels()
                        && approval.outcome() == Approval.Outcome.APPROVED);
    }

    /** The seller does not make the change; the buyer is told where it was the buyer's. May be repeated. */
    public ChangeState refuse(String number, String why, Actor by) {
        OrderChange change = change(number);
        if (table.end(number, ChangeState.REFUSED, why, null, by)) {
            tell(change, "Change of the order refused: " + why, by);
            mail(change, "we cannot change your order as you asked: " + why + ". The order stays as it is.");
        }
        return change(number).state();
    }

    /**
     * Whoever proposed it, or the sales desk, takes it back; publishes {@link ChangeOver}.
     *
     * @throws Problem not-found, {@code change-not-allowed}, {@code change-ended}
     */
    public OrderChange withdraw(Actor by, String number) {
        requireMayChange(by);
        OrderChange change = change(number);
        orders.order(by, change.orderNumber());
        if (!table.end(number, ChangeState.WITHDRAWN, "Withdrawn by " + by.name(), null, by)) {
            throw Problem.conflict("change-ended", "Decided already", "The change " + number + " is decided already");
        }
        over(change, "Change of the order withdrawn", by);
        return change(number);
    }

    /** The order is cancelled: nothing is left to change. May be repeated. */
    public void orderCancelled(String orderNumber) {
        table.ofOrder(orderNumber).stream()
                .filter(change -> table.end(
                        change.number(), ChangeState.OVERTAKEN, "The order was cancelled", null, Actor.PROGRAM))
                .forEach(change -> over(change, null, Actor.PROGRAM));
    }

    /** Newest first, as this actor may see them. @throws Problem not-found */
    @Transactional(readOnly = true)
    public List<OrderChange> ofOrder(Actor by, String orderNumber) {
        orders.order(by, orderNumber);
        return table.ofOrder(orderNumber);
    }

    @Transactional(readOnly = true)
    public OrderChange change(String number) {
        return table.find(number).orElseThrow(() -> Problem.notFound("change", number));
    }

    /** Whether this actor may propose changes at all. */
    @Transactional(readOnly = true)
    public boolean mayChange(Actor by) {
        return by instanceof Actor.BuyerUser user
                ? people.mayAnswer(user)
                : by instanceof Actor.Staff staff && CHANGES.stream().anyMatch(staff::isIn);
    }

    private void requireMayChange(Actor by) {
        if (!mayChange(by)) {
            throw Problem.forbidden("change-not-allowed", "Orders are changed by their buyer and by the sales desk");
        }
    }

    private ChangePreview worked(SalesOrder order, ChangeDraft draft, Actor by) {
        check.check(order, draft, by);
        ChangeCalculation.Result result = calculation.of(order, draft);
        SalesOrder after = result.after();
        SalesOrder standing = revisions.standing(order);
        Money more = after.grandTotal().minus(standing.grandTotal());
        Exposure exposure = exposures.of(order.buyerCode(), order.currency());
        ChangeFacts facts = new ChangeFacts(
                increase(standing, after, grownSince(order, Set.of("VALUE"))),
                decrease(standing, after, grownSince(order, Set.of("VALUE", "REDUCTION"))),
                ChangeCalculation.worstDiscount(order, after, result.priced()),
                ChangeCalculation.growing(order, after).findAny().isPresent() ? calculation.margin(after) : HUNDRED,
                ChangeCalculation.belowFloor(order, after, result.priced()),
                more.isPositive() ? exposure.excessWith(more).amount() : BigDecimal.ZERO,
                !after.shipTo().stateCode().equals(order.shipTo().stateCode()));
        return new ChangePreview(
                standing,
                after,
                ChangeWords.between(order, after),
                result.reasons(),
                outlook(order, after),
                exposure.total(),
                exposure.total().plus(more),
                exposure.limit(),
                forecast.needs(facts),
                facts);
    }

    /**
     * By how much, tax included, earlier changes have moved the order since it was confirmed or since one of these kinds was last granted: so
     * that many small changes are not approved otherwise than one large one.
     */
    private BigDecimal grownSince(SalesOrder order, Set<String> kinds) {
        BigDecimal grown = BigDecimal.ZERO;
        List<OrderChange> applied = table.ofOrder(order.number()).stream()
                .filter(change -> change.state() == ChangeState.APPLIED)
                .toList();
        for (OrderChange change : applied) {
            if (isGranted(change, kinds)) {
                break;
            }
            grown = grown.add(change.totalAfter().minus(change.totalBefore()).amount());
        }
        return grown;
    }

    /** In the seller's currency, at the rate of the quote; null where that is not known. */
    private BigDecimal increase(SalesOrder before, SalesOrder after, BigDecimal grown) {
        BigDecimal difference =
                after.grandTotal().minus(before.grandTotal()).amount().add(grown);
        Quote quote = quotations.quote(before.quoteNumber());
        BigDecimal value = quotations.facts(before.quoteNumber()).value();
        return value == null
                ? null
                : difference
                        .multiply(value)
                        .divide(quote.netTotal().amount(), Money.DOCUMENT_SCALE, RoundingMode.HALF_UP);
    }

    private static BigDecimal decrease(SalesOrder before, SalesOrder after, BigDecimal grown) {
        BigDecimal from = before.grandTotal().amount().subtract(grown);
        BigDecimal less = from.subtract(after.grandTotal().amount());
        return less.signum() <= 0 || from.signum() <= 0
                ? BigDecimal.ZERO
                : less.multiply(HUNDRED).divide(from, 4, RoundingMode.HALF_UP);
    }

    private Map<Integer, ChangePreview.Outlook> outlook(SalesOrder before, SalesOrder after) {
        Map<Integer, BigDecimal> had =
                before.lines().stream().collect(Collectors.toMap(SalesOrder.Line::lineNo, SalesOrder.Line::toDeliver));
        List<SalesOrder.Line> growing = ChangeCalculation.growing(before, after).toList();
        Map<String, BigDecimal> free =
                stock.available(growing.stream().map(SalesOrder.Line::sku).collect(Collectors.toSet()));
        Map<Integer, ChangePreview.Outlook> outlook = new TreeMap<>();
        growing.forEach(line -> outlook.put(
                line.lineNo(),
                new ChangePreview.Outlook(
                        line.toDeliver().subtract(had.getOrDefault(line.lineNo(), BigDecimal.ZERO)),
                        free.getOrDefault(line.sku(), BigDecimal.ZERO))));
        return outlook;
    }

    private ChangeState overtaken(OrderChange change, String why) {
        table.end(change.number(), ChangeState.OVERTAKEN, why, null, Actor.PROGRAM);
        tell(change, "Change of the order not made: " + why, Actor.PROGRAM);
        mail(change, "your order could not be changed any more as proposed: " + why + ". Please look at it again.");
        return ChangeState.OVERTAKEN;
    }

    private void over(OrderChange change, String fact, Actor by) {
        approvals.withdraw(change.number(), "the change is not wanted any more");
        if (fact != null) {
            tell(change, fact, by);
        }
        events.publishEvent(new ChangeOver(change.dealNumber(), change.number()));
    }

    private void tell(OrderChange change, String fact, Actor by) {
        events.publishEvent(DealProgress.noted(change.dealNumber(), fact, change.orderNumber(), by));
    }

    private void mail(OrderChange change, String sentence) {
        SalesOrder order = orders.order(change.orderNumber());
        Buyer buyer = parties.buyer(order.buyerCode());
        mails.queue(new MailDraft(
                "order-change:" + change.number(),
                change.dealNumber(),
                buyer.email(),
                "Your change of order " + order.number(),
                "Dear " + buyer.contactName() + ",\n\n" + sentence + "\n\nKind regards,\n"
                        + parties.seller().legalName() + "\n",
                List.of()));
    }

    private static ApprovalSubject subject(OrderChange change) {
        return new ApprovalSubject(SUBJECT_TYPE, change.number(), 1, change.contentHash());
    }

    private static List<String> shortened(List<String> sentences) {
        int most = 4;
        return sentences.size() <= most
                ? sentences
                : List.of(sentences.get(0), sentences.get(1), sentences.get(2), (sentences.size() - 3) + " more");
    }
}
