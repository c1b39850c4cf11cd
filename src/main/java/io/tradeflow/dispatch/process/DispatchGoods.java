package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Consignments;
import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("dispatchGoods")
@ProcessStep(
        label = "Dispatch goods",
        description = "Takes the goods off the stock and tells the buyer by mail, with carrier and tracking number.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"))
class DispatchGoods implements JavaDelegate {

    private final Consignments consignments;

    DispatchGoods(Consignments consignments) {
        this.consignments = consignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        consignments.dispatch((String) execution.getVariable("shipmentNumber"));
    }
}
