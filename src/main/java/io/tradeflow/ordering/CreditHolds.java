package io.tradeflow.ordering;

import io.tradeflow.credit.CreditOverride;
import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.credit.CreditStanding;
import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Amounts;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders that credit does not let go on, and how they come free: by an override, or because less is owed. */
@Service
@Transactional
public class CreditHolds {

    /** Reason of holds for more than the limit; who releases one says up to which amount and until when. */
    public static final String CREDIT_LIMIT = "CREDIT_LIMIT";

    private static final String ORIGIN = "CHECK";

    private final HoldTable table;
    private final SalesOrders orders;
    private final Exposures exposures;
    private final CreditOverrides overrides;
    private final ApplicationEventPublisher events;

    CreditHolds(
            HoldTable table,
            SalesOrders orders,
            Exposures exposures,
            CreditOverrides overrides,
            ApplicationEventPublisher events) {
        this.table = table;
        this.orders = orders;
        this.exposures = exposures;
        this.overrides = overrides;
        this.events = events;
    }

    /** How the buyer stands as far as this order is concerned. */
    @Transactional(readOnly = true)
    public CreditStanding standing(String orderNumber) {
        SalesOrder order = orders.order(orderNumber);
        return exposures.standing(order.debt(), order.revision());
    }

    /**
     * Holds the order or notes a warning, as decided; what holds it already is not placed again.
     *
     * @param followed whether the process that placed them also has them released; else {@link OrderHeld} is published for each
     */
    public void react(String orderNumber, List<CreditReaction> reactions, boolean followed) {
        SalesOrder order = orders.order(orderNumber);
        table.lock(orderNumber);
        for (CreditReaction reaction : reactions) {
            if (reaction.holds()) {
                table.insert(orderNumber, reaction.need(), ORIGIN, Actor.PROGRAM)
                        .ifPresent(id -> held(order, reaction.need(), id, followed));
            } else {
                tell(order, "Credit: " + reaction.need().because());
            }
        }
    }

    private void held(SalesOrder order, OrderHold.Need need, long id, boolean followed) {
        tell(order, "Held: " + need.because());
        if (!followed) {
            events.publishEvent(new OrderHeld(order.dealNumber(), order.number(), order.buyerName(), id));
        }
    }

    /** Open holds for credit of the buyer's orders and of those it is judged with. */
    @Transactional(readOnly = true)
    public List<Long> openOf(String buyerCode, String currency) {
        return table.openOf(exposures.judgedTogether(buyerCode, currency), currency, ORIGIN);
    }

    /**
     * Whoever releases a hold for more than the limit allows it.
     *
     * @param terms null where nothing is to be allowed
     * @throws Problem {@code override-missing} while more is owed than is allowed, {@code override-too-low}; as
     *     {@link CreditOverrides#grant}
     */
    void allow(Actor by, OrderHold hold, CreditOverride.Terms terms) {
        if (needsOverride(hold, terms)) {
            SalesOrder order = orders.order(hold.orderNumber());
            overrides.grant(by, order.debt(), order.revision(), terms);
        }
    }

    /** Whether releasing this hold grants an override. @throws Problem as {@link #allow} */
    boolean needsOverride(OrderHold hold, CreditOverride.Terms terms) {
        if (!hold.reason().equals(CREDIT_LIMIT)) {
            return false;
        }
        CreditStanding standing = standing(hold.orderNumber());
        boolean within = !standing.excess().isPositive();
        if (terms == null || terms.ceiling() == null || terms.validUntil() == null) {
            if (within && (terms == null || terms.ceiling() == null && terms.validUntil() == null)) {
                return false;
            }
            throw Problem.invalid(
                    "override-missing",
                    terms == null || terms.ceiling() == null ? "overrideCeiling" : "overrideUntil",
                    "The buyer owes " + Amounts.shown(standing.overLimit())
                            + " more than the limit. Say how much more you allow for this order and until which day,"
                            + " or wait until it is paid");
        }
        if (terms.ceiling().compareTo(standing.overLimit().amount()) < 0) {
            throw Problem.invalid(
                    "override-too-low",
                    "overrideCeiling",
                    "The buyer owes " + Amounts.shown(standing.overLimit())
                            + " more than the limit: less than that does not let the order go on");
        }
        return true;
    }

    private void tell(SalesOrder order, String fact) {
        events.publishEvent(DealProgress.internal(order.dealNumber(), fact, order.number(), Actor.PROGRAM));
    }
}
