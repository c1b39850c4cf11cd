package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("releasePickList")
@ProcessStep(
        label = "Release pick list",
        description = "Gives the shipment's pick list, with batch and bin of every line, to its warehouse.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes = {
            @ProcessStep.Variable(name = "warehouseCode", description = "Warehouse the shipment leaves from"),
            @ProcessStep.Variable(
                    name = "shipmentKind",
                    description = "SALE, or REPLACEMENT, which is not billed again")
        })
class ReleasePickList implements JavaDelegate {

    private final Shipments shipments;

    ReleasePickList(Shipments shipments) {
        this.shipments = shipments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shipment shipment = shipments.releasePickList((String) execution.getVariable("shipmentNumber"));
        execution.setVariable("warehouseCode", shipment.warehouseCode());
        execution.setVariable("shipmentKind", shipments.kind(shipment.number()).name());
    }
}
