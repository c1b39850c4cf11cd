package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.DealHolds;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("placeStockHold")
@ProcessStep(
        label = "Place stock hold",
        description = "Keeps as much of the deal's goods as is free for a while, in place of what is kept so far."
                + " Orders that wait for the same goods come first.",
        inputs = @ProcessStep.Variable(name = "holdFor", description = "How long, such as P2D or PT12H"),
        outcomes = {
            @ProcessStep.Variable(name = "stockKept", description = "Whether anything was free and is kept now"),
            @ProcessStep.Variable(name = "keptUntil", description = "When the hold ends by itself")
        })
class PlaceStockHold implements JavaDelegate {

    private final DealHolds holds;

    PlaceStockHold(DealHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> until = holds.place(
                execution.getProcessBusinessKey(), Duration.parse((String) execution.getVariable("holdFor")));
        execution.setVariable("stockKept", until.isPresent());
        execution.setVariable("keptUntil", until.map(Date::from).orElse(null));
    }
}
