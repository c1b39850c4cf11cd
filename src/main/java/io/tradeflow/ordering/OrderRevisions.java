package io.tradeflow.ordering;

import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.credit.Exposures;
import io.tradeflow.inquiry.Deals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.tax.TaxComputation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings a changed order about once the change is approved; the database lets no revision in that is not. */
@Service
public class OrderRevisions {

    private final StoredOrders stored;
    private final OrderTax tax;
    private final Exposures exposures;
    private final CreditOverrides overrides;
    private final OrderConfirmations confirmations;
    private final OrderMails mails;
    private final Deals deals;
    private final ApplicationEventPublisher events;

    OrderRevisions(
            StoredOrders stored,
            OrderTax tax,
            Exposures exposures,
            CreditOverrides overrides,
            OrderConfirmations confirmations,
            OrderMails mails,
            Deals deals,
            ApplicationEventPublisher events) {
        this.stored = stored;
        this.tax = tax;
        this.exposures = exposures;
        this.overrides = overrides;
        this.confirmations = confirmations;
        this.mails = mails;
        this.deals = deals;
        this.events = events;
    }

    /** The order, which is this transaction's until it ends. @throws Problem not-found */
    @Transactional
    public SalesOrder lock(String number) {
        return stored.lock(number)
                .orElseThrow(() -> Problem.notFound("order", number))
                .toOrder();
    }

    /** The changed order with its tax, totals and advance. Changes nothing. @throws Problem {@code tax-rate-missing} */
    @Transactional(readOnly = true)
    public SalesOrder totalled(SalesOrder draft) {
        TaxComputation computed = tax.of(draft);
        Map<Integer, BigDecimal> rates = computed.lines().stream()
                .collect(Collectors.toMap(TaxComputation.Line::lineNo, TaxComputation.Line::rate));
        return draft.totalling(
                draft.lines().stream()
                        .map(line -> line.taxedAt(rates.getOrDefault(line.lineNo(), line.taxRate())))
                        .toList(),
                Money.of(computed.taxableValue(), draft.currency()),
                Money.of(computed.tax(), draft.currency()),
                Money.of(computed.grandTotal(), draft.currency()));
    }

    /** What of the order stands, with its tax and totals: as it is where nothing was given up. Changes nothing. */
    @Transactional(readOnly = true)
    public SalesOrder standing(SalesOrder order) {
        SalesOrder standing = order.withoutGivenUp();
        return standing.equals(order) ? order : totalled(standing);
    }

    /**
     * The revision takes effect: order, exposure, confirmation with the buyer's mail, {@link OrderRevised}.
     *
     * @param changes what is different, in sentences the buyer reads
     * @throws Problem {@code changed-meanwhile} where the order has got another revision since, {@code order-over}
     */
    @Transactional
    public SalesOrder revise(SalesOrder revised, List<String> changes, Actor by) {
        StoredOrder order =
                stored.lock(revised.number()).orElseThrow(() -> Problem.notFound("order", revised.number()));
        SalesOrder before = order.toOrder();
        if (before.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.conflict("order-over", "The order is over", revised.number() + " cannot be changed any more");
        }
        if (before.revision() != revised.revision() - 1) {
            throw Problem.conflict(
                    "changed-meanwhile", "Changed meanwhile", revised.number() + " was changed by somebody else");
        }
        SalesOrder standing = standing(before);
        order.revise(revised);
        SalesOrder after = stored.saveAndFlush(order).toOrder();
        move(standing, after);
        deals.value(after.dealNumber(), after.grandTotal());
        mails.revised(after, changes, confirmations.freeze(after, changes));
        events.publishEvent(DealProgress.noted(
                after.dealNumber(),
                "Order changed, revision " + after.revision() + ": " + Amounts.shown(after.grandTotal()) + ", was "
                        + Amounts.shown(standing.grandTotal()),
                after.number(),
                by));
        events.publishEvent(new OrderRevised(after.dealNumber(), after.number(), after.revision()));
        return after;
    }

    private void move(SalesOrder before, SalesOrder after) {
        Money more = after.grandTotal().minus(before.grandTotal());
        String occasion = "revised " + after.number() + " to " + after.revision();
        if (more.isPositive()) {
            exposures.raised(after.debt(), occasion, more);
        } else if (more.isNegative()) {
            exposures.givenUp(after.debt(), occasion, before.grandTotal().minus(after.grandTotal()));
        }
        if (!more.isPositive()) {
            // nothing more is owed: what was allowed for the order stays allowed
            overrides.carryOver(after.number(), before.revision(), after.debt(), after.revision());
        }
    }
}
