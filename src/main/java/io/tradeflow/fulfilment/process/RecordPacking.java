package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordPacking")
@ProcessStep(
        label = "Record packing",
        description = "Keeps the packages and the gross weight. Belongs into the transaction of the packing task.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "asPacked", description = "True where packages were packed one by one"),
            @ProcessStep.Variable(name = "packages", description = "How many packages"),
            @ProcessStep.Variable(name = "grossWeightKg", description = "Gross weight in kg, a decimal as text"),
            @ProcessStep.Variable(name = "packingNote", description = "What the packing slip says besides, optional")
        })
class RecordPacking implements JavaDelegate {

    private final Shipments shipments;
    private final TaskCompleter completer;

    RecordPacking(Shipments shipments, TaskCompleter completer) {
        this.shipments = shipments;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (Boolean.TRUE.equals(execution.getVariable("asPacked"))) {
            shipments.recordPackingAsKept((String) execution.getVariable("shipmentNumber"), completer.actor(), (String)
                    execution.getVariable("packingNote"));
            return;
        }
        shipments.recordPacking(
                (String) execution.getVariable("shipmentNumber"),
                completer.actor(),
                FormText.wholeNumber(execution.getVariable("packages"), "packages"),
                FormText.decimal(execution.getVariable("grossWeightKg"), "grossWeightKg"),
                (String) execution.getVariable("packingNote"));
    }
}
