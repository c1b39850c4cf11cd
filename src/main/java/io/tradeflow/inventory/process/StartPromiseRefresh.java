package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.inventory.PromisesDue;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has due promises worked out: begun in the transaction that made them due, done after it. */
@Component
class StartPromiseRefresh {

    private final ProcessMessages processes;

    StartPromiseRefresh(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(PromisesDue event) {
        processes.start("promise-refresh", "PROMISES", Map.of());
    }
}
