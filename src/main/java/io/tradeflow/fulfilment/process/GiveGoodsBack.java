package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shortfalls;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("giveGoodsBack")
@ProcessStep(
        label = "Give goods back",
        description =
                "Ends a shipment that does not leave; what is allocated in it is free again and the order keeps its turn.",
        inputs = {
            @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
            @ProcessStep.Variable(name = "shortPickNote", description = "Why it is given up, optional")
        })
class GiveGoodsBack implements JavaDelegate {

    private final Shortfalls shortfalls;
    private final TaskCompleter completer;

    GiveGoodsBack(Shortfalls shortfalls, TaskCompleter completer) {
        this.shortfalls = shortfalls;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortfalls.giveBack((String) execution.getVariable("shipmentNumber"), completer.actor(), (String)
                execution.getVariable("shortPickNote"));
    }
}
