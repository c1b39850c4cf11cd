package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.DealCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stops the process of a cancelled deal, in the same transaction. */
@Component
class StopDeal {

    private final ProcessMessages messages;

    StopDeal(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void stop(DealCancelled event) {
        if (messages.tell(event.dealNumber(), "DealCancelled") == 0) {
            throw Problem.conflict(
                    "deal-over", "The deal is over", event.dealNumber() + " cannot be cancelled any more");
        }
    }
}
