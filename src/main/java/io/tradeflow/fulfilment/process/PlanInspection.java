package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("planInspection")
@ProcessStep(
        label = "Plan inspection",
        description =
                "Tells whether some of the picked goods are still to be inspected; what needs no inspection passes.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "inspection", description = "INSPECT or SKIP")
        },
        outcomes = @ProcessStep.Variable(name = "inspectionNeeded", description = "true or false"))
class PlanInspection implements JavaDelegate {

    private final Shipments shipments;

    PlanInspection(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean wanted = !"SKIP".equals(execution.getVariable("inspection"));
        execution.setVariable(
                "inspectionNeeded",
                shipments.passToInspection((String) execution.getVariable("shipmentNumber"), wanted));
    }
}
