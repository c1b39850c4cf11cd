package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.payment.DebitNoteOwed;
import io.tradeflow.payment.PaymentWithdrawn;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An order whose money has gone back, or that owes a debit note besides, is followed again where nothing follows it any more. One that is
 * not over yet comes to its collection by itself.
 */
@Component
class ResumeCollection {

    private final ProcessMessages processes;

    ResumeCollection(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PaymentWithdrawn withdrawn) {
        follow(withdrawn.dealNumber(), withdrawn.orderNumber(), withdrawn.buyerName());
    }

    @EventListener
    void on(DebitNoteOwed owed) {
        follow(owed.dealNumber(), owed.orderNumber(), owed.buyerName());
    }

    private void follow(String dealNumber, String orderNumber, String buyerName) {
        boolean followed =
                processes.isRunning("collection", dealNumber) || processes.isRunning("inquiry-to-invoice", dealNumber);
        if (!followed) {
            processes.start("collection", dealNumber, Map.of("orderNumber", orderNumber, "buyerName", buyerName));
        }
    }
}
