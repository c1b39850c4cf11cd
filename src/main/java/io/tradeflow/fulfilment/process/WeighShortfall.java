package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shortfalls;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("weighShortfall")
@ProcessStep(
        label = "Weigh shortfall",
        description = "Tells how much is missing of a shipment, and whether its warehouse has other goods for it.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes = {
            @ProcessStep.Variable(name = "missingPercent", description = "Of the line that lacks most, rounded up"),
            @ProcessStep.Variable(
                    name = "otherStockHere",
                    description = "Whether the warehouse has other usable goods"),
            @ProcessStep.Variable(name = "shippingPolicy", description = "AS_READY or COMPLETE"),
            @ProcessStep.Variable(name = "nothingLeft", description = "Whether the shipment is empty now")
        })
class WeighShortfall implements JavaDelegate {

    private final Shortfalls shortfalls;

    WeighShortfall(Shortfalls shortfalls) {
        this.shortfalls = shortfalls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shortfalls.Facts facts = shortfalls.facts((String) execution.getVariable("shipmentNumber"));
        execution.setVariable("missingPercent", facts.missingPercent());
        execution.setVariable("otherStockHere", facts.otherStockHere());
        execution.setVariable("shippingPolicy", facts.shippingPolicy());
        execution.setVariable("nothingLeft", facts.nothingLeft());
    }
}
