package io.tradeflow.amendment;

import io.tradeflow.approval.ApprovalGranted;
import io.tradeflow.credit.CreditOverrides;
import io.tradeflow.kernel.Money;
import io.tradeflow.ordering.SalesOrder;
import io.tradeflow.ordering.SalesOrders;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who approves the credit of a change allows the excess that stands at that moment, and no more. */
@Component
class ApprovedCreditOfChange {

    private static final String CREDIT = "CREDIT";

    private final OrderChanges changes;
    private final SalesOrders orders;
    private final CreditOverrides overrides;

    ApprovedCreditOfChange(OrderChanges changes, SalesOrders orders, CreditOverrides overrides) {
        this.changes = changes;
        this.orders = orders;
        this.overrides = overrides;
    }

    @EventListener
    void on(ApprovalGranted granted) {
        if (granted.kind().equals(CREDIT) && granted.subject().type().equals(OrderChanges.SUBJECT_TYPE)) {
            OrderChange change = changes.change(granted.subject().number());
            SalesOrder order = orders.order(change.orderNumber());
            overrides.approved(
                    change.number(),
                    granted.subject().revision(),
                    order.buyerCode(),
                    Money.of(changes.facts(change.number()).creditExcess(), order.currency()),
                    granted.by());
        }
    }
}
