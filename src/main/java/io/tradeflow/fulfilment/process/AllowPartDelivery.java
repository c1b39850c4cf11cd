package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shortages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("allowPartDelivery")
@ProcessStep(
        label = "Allow part delivery",
        description = "What is in stock leaves now, also where the order wanted all at once.",
        inputs = @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"))
class AllowPartDelivery implements JavaDelegate {

    private final Shortages shortages;
    private final TaskCompleter completer;

    AllowPartDelivery(Shortages shortages, TaskCompleter completer) {
        this.shortages = shortages;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.shipInParts(((Number) execution.getVariable("shortageDecisionId")).longValue(), completer.actor());
    }
}
