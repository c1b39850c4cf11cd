package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.PickLists;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.fulfilment.Shortfalls;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordPick")
@ProcessStep(
        label = "Record pick",
        description = "Keeps what was really picked; what is missing is written off, its bin wants counting."
                + " Belongs into the transaction of the pick task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(
                    name = "shortIsDecided",
                    description = "Set where the model itself decides about what is missing"),
            @ProcessStep.Variable(
                    name = "picked",
                    description = "Picked quantity by line, {\"1\":\"12.5\"}; what was scanned where it is missing")
        },
        outcomes = @ProcessStep.Variable(name = "pickOutcome", description = "COMPLETE, SHORT or NOTHING"))
class RecordPick implements JavaDelegate {

    private final Shipments shipments;
    private final PickLists pickLists;
    private final Shortfalls shortfalls;
    private final TaskCompleter completer;

    RecordPick(Shipments shipments, PickLists pickLists, Shortfalls shortfalls, TaskCompleter completer) {
        this.pickLists = pickLists;
        this.shipments = shipments;
        this.shortfalls = shortfalls;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shipments.Outcome outcome = shipments.recordPick(
                (String) execution.getVariable("shipmentNumber"),
                completer.actor(),
                pickLists.entered(
                        (String) execution.getVariable("shipmentNumber"),
                        LineQuantities.parse("picked", execution.getVariable("picked"))));
        if (outcome == Shipments.Outcome.NOTHING && execution.getVariable("shortIsDecided") == null) {
            // a shipment that began under a model without the decision: its next step is the end
            shortfalls.giveBack((String) execution.getVariable("shipmentNumber"), completer.actor(), null);
        }
        // the goods may be picked and inspected again: what was entered belongs to this time alone
        execution.removeVariables(List.of("picked"));
        execution.setVariable("pickOutcome", outcome.name());
    }
}
