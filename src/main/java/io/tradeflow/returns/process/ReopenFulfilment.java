package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.Arrivals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("reopenFulfilment")
@ProcessStep(
        label = "Reopen fulfilment",
        description = "What came back, or was lost, is owed again; a process of its own sees to it.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class ReopenFulfilment implements JavaDelegate {

    private final Arrivals arrivals;

    ReopenFulfilment(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        arrivals.reopen((String) execution.getVariable("returnNumber"));
    }
}
