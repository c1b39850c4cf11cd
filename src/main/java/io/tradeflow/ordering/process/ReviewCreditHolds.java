package io.tradeflow.ordering.process;

import io.tradeflow.credit.CreditEased;
import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.ordering.CreditHolds;
import io.tradeflow.ordering.OrderHold;
import io.tradeflow.ordering.OrderHolds;
import io.tradeflow.ordering.SalesOrders;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has every hold for credit looked at again when its buyer owes less or may owe more. In the transaction of what happened. */
@Component
class ReviewCreditHolds {

    private final CreditHolds credit;
    private final OrderHolds holds;
    private final SalesOrders orders;
    private final ProcessMessages processes;

    ReviewCreditHolds(CreditHolds credit, OrderHolds holds, SalesOrders orders, ProcessMessages processes) {
        this.credit = credit;
        this.holds = holds;
        this.orders = orders;
        this.processes = processes;
    }

    @EventListener
    void on(CreditEased eased) {
        credit.openOf(eased.buyerCode(), eased.currency()).forEach(this::review);
    }

    private void review(Long holdId) {
        OrderHold hold = holds.hold(holdId);
        processes.start(
                "credit-review",
                orders.order(hold.orderNumber()).dealNumber(),
                Map.of(
                        "orderNumber",
                        hold.orderNumber(),
                        "holdId",
                        holdId,
                        "segment",
                        orders.order(hold.orderNumber()).segment(),
                        "creditStage",
                        "RELEASE"));
    }
}
