package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordPick")
@ProcessStep(
        label = "Record pick",
        description = "Keeps what was really picked; what is missing is written off and open again for the order."
                + " Belongs into the transaction of the pick task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "picked", description = "Picked quantity by line, {\"1\":\"12.5\"}")
        },
        outcomes = @ProcessStep.Variable(name = "pickOutcome", description = "COMPLETE, SHORT or NOTHING"))
class RecordPick implements JavaDelegate {

    private final Shipments shipments;
    private final TaskCompleter completer;

    RecordPick(Shipments shipments, TaskCompleter completer) {
        this.shipments = shipments;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shipments.Outcome outcome = shipments.recordPick(
                (String) execution.getVariable("shipmentNumber"),
                completer.actor(),
                LineQuantities.parse("picked", execution.getVariable("picked")));
        execution.setVariable("pickOutcome", outcome.name());
    }
}
