package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.fulfilment.SubstitutionAnswered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The buyer has answered what was offered: the shortage goes on, or the order is allocated with its new line. */
@Component
class TellAnswers {

    private static final String SUBSTITUTION_ANSWERED = "SubstitutionAnswered";
    private static final String STOCK_ARRIVED = "StockArrived";

    private final ProcessMessages messages;

    TellAnswers(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(SubstitutionAnswered event) {
        if (messages.tell(event.dealNumber(), SUBSTITUTION_ANSWERED) == 0) {
            // the shortage is left already and the order waits for stock of the lines it had then
            messages.tell(event.dealNumber(), STOCK_ARRIVED);
        }
    }
}
