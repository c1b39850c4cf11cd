package io.tradeflow.payment;

import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.CancellationEffect;
import io.tradeflow.ordering.CancellationEffects;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.quotation.Amounts;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Money that came in advance is paid back. */
@Component
@Order(5)
class MoneyUndoings implements CancellationEffects {

    private final Refunds refunds;

    MoneyUndoings(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public List<CancellationEffect> of(String dealNumber, Optional<SalesOrder> order) {
        return order.map(refunds::onCancelling)
                .filter(Money::isPositive)
                .map(amount -> List.of(new CancellationEffect(
                        "REFUND",
                        Amounts.shown(amount)
                                + " received in advance are due back to the buyer; finance gets a task to pay them",
                        Amounts.shown(amount) + " that you have paid in advance are paid back to you")))
                .orElse(List.of());
    }
}
