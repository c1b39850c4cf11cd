package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("settleReturn")
@ProcessStep(
        label = "Settle return",
        description = "Nothing is left to do for the return.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class SettleReturn implements JavaDelegate {

    private final Returns returns;

    SettleReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.settle((String) execution.getVariable("returnNumber"));
    }
}
