package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("remindReturn")
@ProcessStep(
        label = "Remind of return",
        description = "Reminds the buyer that the goods have not arrived.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class RemindReturn implements JavaDelegate {

    private final Returns returns;

    RemindReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.remind((String) execution.getVariable("returnNumber"));
    }
}
