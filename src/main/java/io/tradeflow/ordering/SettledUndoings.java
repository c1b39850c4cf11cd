package io.tradeflow.ordering;

import io.tradeflow.quotation.Amounts;
import io.tradeflow.quotation.Quotations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What cancelling undoes of quote and order themselves. */
@Component
@Order(1)
class SettledUndoings implements CancellationEffects {

    private final Quotations quotations;
    private final OrderHolds holds;

    SettledUndoings(Quotations quotations, OrderHolds holds) {
        this.quotations = quotations;
        this.holds = holds;
    }

    @Override
    public List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order) {
        List<CancellationEffect> undone = new ArrayList<>();
        order.ifPresentOrElse(found -> ofOrder(found, undone), () -> quotations
                .currentOfDeal(dealNumber)
                .ifPresent(quote -> undone.add(CancellationEffect.forBoth(
                        "QUOTE", "Quote " + quote.number() + ", revision " + quote.revision() + ", is withdrawn"))));
        return undone;
    }

    private void ofOrder(SalesOrder order, List<CancellationEffect> undone) {
        undone.add(CancellationEffect.forBoth(
                "ORDER",
                "Order " + order.number() + " over " + Amounts.shown(order.grandTotal())
                        + " is cancelled; nothing more is delivered or invoiced under it"));
        undone.add(CancellationEffect.forBoth("CREDIT", "What the order takes of the credit is free again"));
        long open =
                holds.ofOrder(order.number()).stream().filter(OrderHold::isOpen).count();
        if (open > 0) {
            undone.add(CancellationEffect.forStaff(
                    "HOLD", open == 1 ? "The hold on it ends" : "The " + open + " holds on it end"));
        }
        undone.add(CancellationEffect.forBoth(
                "MAIL", "The buyer is told by mail; the confirmation that was sent is void with it"));
    }
}
