package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("lapseReturn")
@ProcessStep(
        label = "Let return lapse",
        description = "The goods never came: they count as delivered, and may be asked for again.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class LapseReturn implements JavaDelegate {

    private final Returns returns;

    LapseReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.lapse((String) execution.getVariable("returnNumber"));
    }
}
