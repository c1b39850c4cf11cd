package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.fulfilment.ProductionChanged;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process that watches a production request and tells it what happens. */
@Component
class TellProduction {

    private static final String PRODUCTION = "production";
    private static final String NUMBER = "productionNumber";

    private final ProcessMessages messages;

    TellProduction(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(ProductionChanged event) {
        switch (event.kind()) {
            case REQUESTED -> messages.start(PRODUCTION, event.dealNumber(), Map.of(NUMBER, event.productionNumber()));
            case RESCHEDULED -> tell(event, "ProductionRescheduled");
            case RECEIVED -> tell(event, "ProductionReceived");
            case CANCELLED -> tell(event, "ProductionCancelled");
        }
    }

    private void tell(ProductionChanged event, String message) {
        messages.tell(event.dealNumber(), message, NUMBER, event.productionNumber());
    }
}
