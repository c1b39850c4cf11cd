package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.OrderFulfilment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("shortCloseOrder")
@ProcessStep(
        label = "Short-close order",
        description = "Gives up on what is still open of the order; what is delivered stays.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "reason", description = "Why the rest is given up")
        })
class ShortCloseOrder implements JavaDelegate {

    private final OrderFulfilment fulfilment;
    private final TaskCompleter completer;

    ShortCloseOrder(OrderFulfilment fulfilment, TaskCompleter completer) {
        this.fulfilment = fulfilment;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        fulfilment.shortClose(
                (String) execution.getVariable("orderNumber"),
                (String) execution.getVariable("reason"),
                completer.actor());
    }
}
