package io.tradeflow.ordering;

import io.tradeflow.inquiry.Deal;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Quotations;
import java.util.Locale;
import java.util.Set;
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
    private final ApplicationEventPublisher events;

    DealEndings(
            Deals deals,
            LostDeals losses,
            Quotations quotations,
            SalesOrders orders,
            ApplicationEventPublisher events) {
        this.deals = deals;
        this.losses = losses;
        this.quotations = quotations;
        this.orders = orders;
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
