package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("planShipments")
@ProcessStep(
        label = "Plan shipments",
        description = "Makes one shipment per warehouse out of what is allocated to the order.",
        inputs = @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"))
class PlanShipments implements JavaDelegate {

    private final Shipments shipments;

    PlanShipments(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shipments.plan((String) execution.getVariable("orderNumber"));
    }
}
