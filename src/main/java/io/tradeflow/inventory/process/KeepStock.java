package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.inventory.DealHolds;
import io.tradeflow.inventory.StockHoldOver;
import io.tradeflow.inventory.StockHolds;
import io.tradeflow.ordering.DealCancelled;
import io.tradeflow.ordering.OrderConfirmed;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.purchasing.PurchaseApproval;
import io.tradeflow.purchasing.PurchaseApprovalOpened;
import io.tradeflow.purchasing.PurchaseDecided;
import io.tradeflow.purchasing.PurchaseVoided;
import io.tradeflow.quotation.QuoteAccepted;
import io.tradeflow.quotation.QuoteDeclined;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps stock while a deal is settled but cannot be allocated yet, in the transaction of what happened. */
@Component
class KeepStock {

    private final ProcessMessages processes;
    private final DealHolds dealHolds;
    private final StockHolds holds;
    private final SalesOrders orders;

    KeepStock(ProcessMessages processes, DealHolds dealHolds, StockHolds holds, SalesOrders orders) {
        this.processes = processes;
        this.dealHolds = dealHolds;
        this.holds = holds;
        this.orders = orders;
    }

    @EventListener
    void on(PurchaseApprovalOpened opened) {
        keep(opened.dealNumber(), "APPROVAL");
    }

    @EventListener
    void on(QuoteAccepted accepted) {
        keep(accepted.dealNumber(), "ACCEPTED");
    }

    @EventListener
    void on(OrderConfirmed confirmed) {
        if (orders.order(confirmed.orderNumber()).advance().isPositive()) {
            keep(confirmed.dealNumber(), "ADVANCE");
        }
    }

    @EventListener
    void on(PurchaseDecided decided) {
        if (decided.outcome() != PurchaseApproval.Outcome.APPROVED) {
            holds.release(decided.dealNumber());
        }
    }

    @EventListener
    void on(PurchaseVoided voided) {
        holds.release(voided.dealNumber());
    }

    @EventListener
    void on(QuoteDeclined declined) {
        holds.release(declined.dealNumber());
    }

    @EventListener
    void on(DealCancelled cancelled) {
        holds.release(cancelled.dealNumber());
    }

    @EventListener
    void on(StockHoldOver over) {
        processes.tell(over.dealNumber(), "StockHoldOver");
    }

    private void keep(String dealNumber, String reason) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("holdReason", reason);
        variables.put("segment", dealHolds.segment(dealNumber));
        processes.start("stock-hold", dealNumber, variables);
    }
}
