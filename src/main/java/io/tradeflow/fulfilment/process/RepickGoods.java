package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shortfalls;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("repickGoods")
@ProcessStep(
        label = "Allocate again here",
        description =
                "Allocates what is missing of a shipment from other goods of its warehouse, as new lines to pick.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes =
                @ProcessStep.Variable(
                        name = "repickOutcome",
                        description = "FOUND, or NONE where there is nothing else"))
class RepickGoods implements JavaDelegate {

    private final Shortfalls shortfalls;
    private final TaskCompleter completer;

    RepickGoods(Shortfalls shortfalls, TaskCompleter completer) {
        this.shortfalls = shortfalls;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean found = shortfalls.repick((String) execution.getVariable("shipmentNumber"), completer.actor());
        execution.setVariable("repickOutcome", found ? "FOUND" : "NONE");
    }
}
