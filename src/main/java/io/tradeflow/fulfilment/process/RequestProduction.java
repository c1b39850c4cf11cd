package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.fulfilment.Shortages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("requestProduction")
@ProcessStep(
        label = "Request production",
        description =
                "Asks the plant for the lines that are to be produced; each request is watched by a process of its own.",
        inputs = @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"))
class RequestProduction implements JavaDelegate {

    private final Shortages shortages;
    private final TaskCompleter completer;

    RequestProduction(Shortages shortages, TaskCompleter completer) {
        this.shortages = shortages;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.produce(((Number) execution.getVariable("shortageDecisionId")).longValue(), completer.actor());
    }
}
