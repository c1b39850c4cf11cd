package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.QuoteAccepted;
import io.tradeflow.quotation.QuoteChangeRequested;
import io.tradeflow.quotation.QuoteDeclined;
import io.tradeflow.quotation.QuoteRevised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings the buyer's answer to the waiting process, in the transaction of the answer: an answer nobody waits for does not count. */
@Component
class TellBuyersAnswer {

    private final ProcessMessages messages;

    TellBuyersAnswer(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void accepted(QuoteAccepted event) {
        if (event.isAnswer()) {
            tell(event.dealNumber(), event.quoteNumber(), "QuoteAccepted");
        }
    }

    @EventListener
    void declined(QuoteDeclined event) {
        tell(event.dealNumber(), event.quoteNumber(), "QuoteDeclined");
    }

    @EventListener
    void changeRequested(QuoteChangeRequested event) {
        tell(event.dealNumber(), event.quoteNumber(), "QuoteChangeRequested");
    }

    @EventListener
    void revised(QuoteRevised event) {
        tell(event.dealNumber(), event.quoteNumber(), "QuoteRevised");
    }

    private void tell(String dealNumber, String quoteNumber, String message) {
        if (messages.tell(dealNumber, message) == 0) {
            throw Problem.conflict(
                    "quote-not-open", "The quote is not open", quoteNumber + " does not wait for an answer now");
        }
    }
}
