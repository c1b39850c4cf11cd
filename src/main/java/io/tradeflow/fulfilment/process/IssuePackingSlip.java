package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("issuePackingSlip")
@ProcessStep(
        label = "Issue packing slip",
        description = "Fixes what the packing slip prints and makes the PDF that goes with the goods.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"))
class IssuePackingSlip implements JavaDelegate {

    private final Shipments shipments;

    IssuePackingSlip(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shipments.issuePackingSlip((String) execution.getVariable("shipmentNumber"));
    }
}
