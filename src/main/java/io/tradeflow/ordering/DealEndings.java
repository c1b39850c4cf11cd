package io.tradeflow.ordering;

import io.tradeflow.inquiry.Deal;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Quotations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How deals end: lost, cancelled, or closed with everything paid. */
@Service
public class DealEndings {

    private static final Set<String> CANCELS = Set.of("sales-desk", "sales-managers", "directors");

    private final Deals deals;
    private final LostDeals losses;
    private final Quotations quotations;
    private final SalesOrders orders;
    private final ObjectProvider<CancellationEffects> effects;
    private final ApplicationEventPublisher events;

    DealEndings(
            Deals deals,
            LostDeals losses,
            Quotations quotations,
            SalesOrders orders,
            ObjectProvider<CancellationEffects> effects,
            ApplicationEventPublisher events) {
        this.deals = deals;
        this.losses = losses;
        this.quotations = quotations;
        this.orders = orders;
        this.effects = effects;
        this.events = events;
    }

    /**
     * Cancels the deal with its order or quote and stops its process ({@link DealCancelled}).
     *
     * @throws Problem {@code sales-only}, {@code deal-over}, {@code goods-dispatched} (from the room that knows), not-found
     */
    @Transactional
    public void cancel(Actor.Staff by, String dealNumber, String reason) {
        if (!mayCancel(by)) {
            throw Problem.forbidden("sales-only", "Deals are cancelled by the sales desk");
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason-missing", "reason", "Say why the deal is cancelled");
        }
        Deal deal = deals.deal(by, dealNumber);
        if (deal.stage().isOver()) {
            throw over(deal);
        }
        undo(dealNumber, reason.strip(), by);
        events.publishEvent(new DealCancelled(dealNumber));
    }

    /**
     * Cancels of the deal's order what has not been picked yet, replacements of what came back among it, and goes on with what is picked, has left or is invoiced. Publishes
     * {@link OrderRestCancelled}.
     *
     * @throws Problem {@code sales-only}, {@code reason-missing}, {@code deal-over}, {@code nothing-to-cancel} where nothing is open any more or there
     *     is no order, {@code cancel-the-deal} where nothing would be left of it
     */
    @Transactional
    public void cancelRest(Actor.Staff by, String dealNumber, String reason) {
        if (!mayCancel(by)) {
            throw Problem.forbidden("sales-only", "Deals are cancelled by the sales desk");
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason-missing", "reason", "Say why the rest is cancelled");
        }
        Deal deal = deals.deal(by, dealNumber);
        if (deal.stage().isOver()) {
            throw over(deal);
        }
        SalesOrder before = orders.ofDeal(dealNumber)
                .filter(order -> order.status() == SalesOrder.Status.CONFIRMED)
                .orElseThrow(() -> nothingToCancel(dealNumber));
        orders.lock(before.number());
        BigDecimal owedBefore = owedAgain(before);
        events.publishEvent(new OrderRestCancelled(dealNumber, before.number(), reason.strip(), by));
        SalesOrder after = orders.order(before.number());
        boolean lessToDeliver = toDeliver(after).compareTo(toDeliver(before)) != 0;
        // a replacement that is given up is credited: what is to be delivered stays as it was
        if (!lessToDeliver && owedAgain(after).compareTo(owedBefore) == 0) {
            throw nothingToCancel(dealNumber);
        }
        if (lessToDeliver && toDeliver(after).signum() == 0) {
            throw Problem.conflict(
                    "cancel-the-deal",
                    "Nothing would be left",
                    "Nothing of " + after.number() + " has left: cancel the deal");
        }
    }

    private BigDecimal owedAgain(SalesOrder order) {
        return effects.orderedStream().map(room -> room.owedAgain(order)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal toDeliver(SalesOrder order) {
        return order.lines().stream().map(SalesOrder.Line::toDeliver).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Problem nothingToCancel(String dealNumber) {
        return Problem.conflict(
                "nothing-to-cancel",
                "Nothing is open",
                "Nothing of " + dealNumber
                        + " is open: what is picked, delivered or invoiced is not cancelled, it comes back as a return");
    }

    /**
     * What cancelling the deal would undo now. Changes nothing.
     *
     * @throws Problem not-found where this actor may not see the deal
     */
    @Transactional(readOnly = true)
    public CancellationPreview preview(Actor by, String dealNumber) {
        Deal deal = deals.deal(by, dealNumber);
        Optional<SalesOrder> order = orders.ofDeal(dealNumber);
        boolean over = deal.stage().isOver();
        String obstacle = over
                ? over(deal).getMessage()
                : order.flatMap(found -> effects.orderedStream()
                                .flatMap(room -> room.obstacle(found).stream())
                                .findFirst())
                        .orElse(null);
        boolean staff = !(by instanceof Actor.BuyerUser);
        return new CancellationPreview(
                dealNumber,
                deal.stage().label(),
                obstacle,
                obstacle != null && !over && order.isPresent(),
                over
                        ? List.of()
                        : effects.orderedStream()
                                .flatMap(room -> room.of(dealNumber, order).stream())
                                .filter(effect -> staff || effect.buyerWords() != null)
                                .map(effect -> new CancellationPreview.Line(
                                        effect.kind(), staff ? effect.words() : effect.buyerWords()))
                                .toList());
    }

    /** Whether this member of staff cancels deals. */
    public boolean mayCancel(Actor.Staff by) {
        return CANCELS.stream().anyMatch(by::isIn);
    }

    /** The process was told that the deal is cancelled: makes sure that it is. May be repeated. */
    @Transactional
    public void ensureCancelled(String dealNumber) {
        if (deals.deal(Actor.PROGRAM, dealNumber).stage() != DealStage.CANCELLED) {
            undo(dealNumber, "Cancelled", Actor.PROGRAM);
        }
    }

    /** No order came of it; the deal carries a reason from now on. @param outcome of the quote: DECLINED, EXPIRED or WITHDRAWN. May be repeated */
    @Transactional
    public void lost(String dealNumber, String outcome) {
        if (deals.deal(Actor.PROGRAM, dealNumber).stage() != DealStage.LOST) {
            events.publishEvent(DealProgress.reached(
                    dealNumber,
                    DealStage.LOST,
                    "No order: the quote was " + outcome.toLowerCase(Locale.ROOT),
                    null,
                    Actor.PROGRAM));
            losses.closed(
                    dealNumber, outcome, quotations.reasonOfDecline(dealNumber).orElse(null));
        }
    }

    private void undo(String dealNumber, String reason, Actor by) {
        orders.ofDeal(dealNumber).ifPresentOrElse(order -> orders.cancel(order.number(), reason, by), () -> quotations
                .currentOfDeal(dealNumber)
                .ifPresent(quote -> quotations.withdraw(quote.number(), reason)));
        events.publishEvent(
                DealProgress.reached(dealNumber, DealStage.CANCELLED, "Deal cancelled: " + reason, null, by));
    }

    private static Problem over(Deal deal) {
        return Problem.conflict(
                "deal-over",
                "The deal is over",
                deal.number() + " is " + deal.stage().label().toLowerCase(Locale.ROOT) + " already");
    }
}
