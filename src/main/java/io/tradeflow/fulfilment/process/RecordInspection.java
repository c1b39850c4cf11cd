package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.fulfilment.Shortfalls;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordInspection")
@ProcessStep(
        label = "Record inspection",
        description = "Holds back what did not pass inspection; it is open again for the order."
                + " Belongs into the transaction of the inspection task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(
                    name = "shortIsDecided",
                    description = "Set where the model itself decides about what is missing"),
            @ProcessStep.Variable(
                    name = "rejected",
                    description = "Rejected quantity by line, {\"1\":\"2\"}; empty if all passed"),
            @ProcessStep.Variable(name = "remark", description = "Why goods were rejected")
        },
        outcomes = @ProcessStep.Variable(name = "inspectionOutcome", description = "COMPLETE, SHORT or NOTHING"))
class RecordInspection implements JavaDelegate {

    private final Shipments shipments;
    private final Shortfalls shortfalls;
    private final TaskCompleter completer;

    RecordInspection(Shipments shipments, Shortfalls shortfalls, TaskCompleter completer) {
        this.shipments = shipments;
        this.shortfalls = shortfalls;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shipments.Outcome outcome = shipments.recordInspection(
                (String) execution.getVariable("shipmentNumber"),
                completer.actor(),
                LineQuantities.parse("rejected", execution.getVariable("rejected")),
                (String) execution.getVariable("remark"));
        if (outcome == Shipments.Outcome.NOTHING && execution.getVariable("shortIsDecided") == null) {
            // a shipment that began under a model without the decision: its next step is the end
            shortfalls.giveBack((String) execution.getVariable("shipmentNumber"), completer.actor(), null);
        }
        // the goods may be picked and inspected again: what was entered belongs to this time alone
        execution.removeVariables(List.of("rejected", "remark"));
        execution.setVariable("inspectionOutcome", outcome.name());
    }
}
