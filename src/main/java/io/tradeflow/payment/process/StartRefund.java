package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.payment.RefundDue;
import io.tradeflow.quotation.Amounts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is owed back becomes a task of finance, in the transaction that owes it. */
@Component
class StartRefund {

    /** Somebody else's money is not kept waiting. */
    private static final String ESCALATE_AFTER = "P3D";

    private final ProcessMessages processes;

    StartRefund(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(RefundDue due) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "buyerName", due.buyerName(),
                "refundNumber", due.refundNumber(),
                "refundOf", due.of().label(),
                "escalateAfter", ESCALATE_AFTER,
                "refundAmount", Amounts.shown(due.amount())));
        variables.put("orderNumber", due.orderNumber());
        processes.start("refund", due.dealNumber() == null ? due.refundNumber() : due.dealNumber(), variables);
    }
}
