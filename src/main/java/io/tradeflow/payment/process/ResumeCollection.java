package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.payment.PaymentWithdrawn;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An order whose money has gone back is followed again, where nothing follows it any more. One that is not over yet comes to its collection
 * by itself.
 */
@Component
class ResumeCollection {

    private final ProcessMessages processes;

    ResumeCollection(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PaymentWithdrawn withdrawn) {
        boolean followed = processes.isRunning("collection", withdrawn.dealNumber())
                || processes.isRunning("inquiry-to-invoice", withdrawn.dealNumber());
        if (!followed) {
            processes.start(
                    "collection",
                    withdrawn.dealNumber(),
                    Map.of("orderNumber", withdrawn.orderNumber(), "buyerName", withdrawn.buyerName()));
        }
    }
}
