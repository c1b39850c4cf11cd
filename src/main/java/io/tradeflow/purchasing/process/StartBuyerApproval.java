package io.tradeflow.purchasing.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.kernel.Problem;
import io.tradeflow.purchasing.PurchaseApproval.Outcome;
import io.tradeflow.purchasing.PurchaseApprovalOpened;
import io.tradeflow.purchasing.PurchaseDecided;
import io.tradeflow.purchasing.PurchaseVoided;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the buyer's own approval and brings the decisions to it, in the transaction of what happened. */
@Component
class StartBuyerApproval {

    private final ProcessMessages processes;

    StartBuyerApproval(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PurchaseApprovalOpened opened) {
        processes.start(
                "buyer-approval",
                opened.dealNumber(),
                Map.of(
                        "purchaseApprovalId", opened.approvalId(),
                        "quoteNumber", opened.quoteNumber(),
                        "validityEnds", Date.from(opened.validityEnds())));
    }

    @EventListener
    void on(PurchaseDecided decided) {
        String message = decided.outcome() == Outcome.APPROVED ? "PurchaseApproved" : "PurchaseRefused";
        if (processes.tell(decided.dealNumber(), message) == 0) {
            throw Problem.conflict(
                    "already-decided", "Nothing left to decide", "This request does not wait for a decision now");
        }
    }

    @EventListener
    void on(PurchaseVoided voided) {
        processes.tell(voided.dealNumber(), "PurchaseVoided");
    }
}
