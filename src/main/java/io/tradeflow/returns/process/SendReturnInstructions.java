package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("sendReturnInstructions")
@ProcessStep(
        label = "Send return instructions",
        description = "Tells the buyer the number of the return and how the goods come back.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class SendReturnInstructions implements JavaDelegate {

    private final Returns returns;

    SendReturnInstructions(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.sendInstructions((String) execution.getVariable("returnNumber"));
    }
}
