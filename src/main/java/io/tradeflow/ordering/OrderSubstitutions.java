package io.tradeflow.ordering;

import io.tradeflow.credit.Exposures;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Money;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Amounts;
import io.tradeflow.tax.Gst;
import io.tradeflow.tax.GstRate;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces what is missing of an order line by another product the buyer has agreed to. */
@Service
public class OrderSubstitutions {

    private final StoredOrders stored;
    private final Exposures exposures;
    private final Gst gst;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderSubstitutions(
            StoredOrders stored, Exposures exposures, Gst gst, ApplicationEventPublisher events, Clock clock) {
        this.stored = stored;
        this.exposures = exposures;
        this.gst = gst;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives up this quantity of the line and adds a line of the substitute in its place, with the tax of its own HSN and the part of the
     * order's discount and charges that the quantity bore. What the buyer owes moves along. Publishes {@link OrderShortClosed}.
     *
     * @return number of the new line
     * @throws Problem {@code order-over}, {@code substitute-invalid}, {@code tax-rate-missing}, {@code credit-limit-exceeded}
     */
    @Transactional
    public int replace(String orderNumber, int lineNo, BigDecimal quantity, Substitute with, Actor by) {
        StoredOrder order = stored.lock(orderNumber).orElseThrow(() -> Problem.notFound("order", orderNumber));
        SalesOrder before = order.toOrder();
        SalesOrder.Line old = line(before, lineNo);
        refuseWhatIsNoReplacement(before, old, quantity, with);
        StoredOrderLine added = order.replace(lineNo, quantity, with, rate(old, with));
        SalesOrder after = stored.saveAndFlush(order).toOrder();
        Money gone = before.worth(Map.of(lineNo, quantity));
        Money come = after.worth(Map.of(added.lineNo(), quantity));
        refuseBeyondTheLimit(before, come.minus(gone));
        String occasion = "replaced " + orderNumber + " line " + lineNo + " by " + added.lineNo();
        exposures.givenUp(before.debt(), occasion, gone);
        exposures.raised(before.debt(), occasion + " at its price", come);
        events.publishEvent(new OrderShortClosed(before.dealNumber(), orderNumber));
        events.publishEvent(DealProgress.noted(
                before.dealNumber(),
                "Line " + lineNo + ": " + with.description() + " instead of " + old.description() + ", as agreed, "
                        + Amounts.shown(with.unitPrice()) + " each",
                orderNumber,
                by));
        return added.lineNo();
    }

    private static SalesOrder.Line line(SalesOrder order, int lineNo) {
        return order.lines().stream()
                .filter(line -> line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("line of order " + order.number(), String.valueOf(lineNo)));
    }

    private static void refuseWhatIsNoReplacement(
            SalesOrder order, SalesOrder.Line old, BigDecimal quantity, Substitute with) {
        if (order.status() != SalesOrder.Status.CONFIRMED) {
            throw Problem.conflict(
                    "order-over", "The order is over", "Order " + order.number() + " cannot be changed any more");
        }
        if (quantity.signum() <= 0 || quantity.compareTo(old.toDeliver()) > 0) {
            throw Problem.invalid(
                    "substitute-invalid",
                    "quantity",
                    "Line " + old.lineNo() + " has "
                            + old.toDeliver().stripTrailingZeros().toPlainString() + " left to deliver");
        }
        if (with.unitPrice().compareTo(old.unitPrice()) < 0) {
            throw Problem.invalid(
                    "substitute-invalid",
                    "unitPrice",
                    "A price below that of the line is a change of the order with its own approval");
        }
    }

    /** Where the supply itself is zero-rated, the old line was without tax in spite of its goods, and so is the new one. */
    private BigDecimal rate(SalesOrder.Line old, Substitute with) {
        LocalDate today = LocalDate.now(clock);
        boolean zeroRated = old.taxRate().signum() == 0
                && gst.rate(old.hsn(), today)
                                .map(GstRate::rate)
                                .orElse(BigDecimal.ZERO)
                                .signum()
                        > 0;
        return zeroRated
                ? BigDecimal.ZERO
                : gst.rate(with.hsn(), today)
                        .map(GstRate::rate)
                        .orElseThrow(() -> Problem.invalid(
                                "tax-rate-missing", "sku", "There is no GST rate for HSN " + with.hsn() + " today"));
    }

    private void refuseBeyondTheLimit(SalesOrder order, Money more) {
        if (!more.isPositive()) {
            return;
        }
        Money excess = exposures.hold(order.buyerCode(), order.currency()).excessWith(more);
        if (excess.isPositive()) {
            throw Problem.conflict(
                    "credit-limit-exceeded",
                    "Over the credit limit",
                    "The dearer product would bring the buyer " + Amounts.shown(excess) + " over the credit limit");
        }
    }
}
