package io.tradeflow.dispatch.process;

import io.tradeflow.dispatch.Tracking;
import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("tellDelay")
@ProcessStep(
        label = "Tell the buyer of a delay",
        description = "Queues the mail that says a consignment has not arrived on the expected day.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"))
class TellDelay implements JavaDelegate {

    private final Tracking tracking;

    TellDelay(Tracking tracking) {
        this.tracking = tracking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tracking.tellDelay((String) execution.getVariable("shipmentNumber"));
    }
}
