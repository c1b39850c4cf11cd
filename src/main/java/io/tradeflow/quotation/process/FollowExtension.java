package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.quotation.ExtensionAsked;
import io.tradeflow.quotation.Negotiations;
import io.tradeflow.quotation.QuoteAccepted;
import io.tradeflow.quotation.QuoteDeclined;
import io.tradeflow.quotation.QuoteSuperseded;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a wish for a longer validity decided, and ends that where the quote it is about is gone. In the transaction of what happened. */
@Component
class FollowExtension {

    private final ProcessMessages processes;
    private final Negotiations negotiations;

    FollowExtension(ProcessMessages processes, Negotiations negotiations) {
        this.processes = processes;
        this.negotiations = negotiations;
    }

    @EventListener
    void on(ExtensionAsked asked) {
        processes.start(
                "validity-extension",
                asked.dealNumber(),
                Map.of(
                        "extensionRequestId", asked.requestId(),
                        "quoteNumber", asked.quoteNumber(),
                        "buyerName", asked.buyerName(),
                        "wantedUntil", asked.wantedUntil().toString(),
                        "validityEnds", Date.from(asked.validityEnds())));
    }

    @EventListener
    void on(QuoteSuperseded quote) {
        over(quote.dealNumber(), quote.quoteNumber());
    }

    @EventListener
    void on(QuoteAccepted quote) {
        over(quote.dealNumber(), quote.quoteNumber());
    }

    @EventListener
    void on(QuoteDeclined quote) {
        over(quote.dealNumber(), quote.quoteNumber());
    }

    private void over(String dealNumber, String quoteNumber) {
        if (negotiations.isExtensionOpen(quoteNumber)) {
            processes.tell(dealNumber, "ExtensionOver");
        }
    }
}
