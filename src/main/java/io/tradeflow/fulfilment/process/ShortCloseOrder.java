package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.OrderFulfilment;
import io.tradeflow.fulfilment.Shortages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("shortCloseOrder")
@ProcessStep(
        label = "Short-close order",
        description =
                "Gives up the lines of which the decision says so, without one all that is open; what is delivered stays.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision, if there is one"),
            @ProcessStep.Variable(name = "reason", description = "Why the rest is given up")
        })
class ShortCloseOrder implements JavaDelegate {

    private final OrderFulfilment fulfilment;
    private final Shortages shortages;
    private final TaskCompleter completer;

    ShortCloseOrder(OrderFulfilment fulfilment, Shortages shortages, TaskCompleter completer) {
        this.fulfilment = fulfilment;
        this.shortages = shortages;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Number decision = (Number) execution.getVariable("shortageDecisionId");
        if (decision != null) {
            shortages.giveUp(decision.longValue(), completer.actor());
            return;
        }
        // an instance of a model from before decisions were kept by line
        fulfilment.shortClose(
                (String) execution.getVariable("orderNumber"),
                (String) execution.getVariable("reason"),
                completer.actor());
    }
}
