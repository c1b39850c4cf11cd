package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("countAsLost")
@ProcessStep(
        label = "Count as lost",
        description =
                "What the carrier was to bring back never came: it is sent once more or credited as decided, all of it.",
        inputs = @ProcessStep.Variable(name = "returnNumber", description = "Number of the return"))
class CountAsLost implements JavaDelegate {

    private final Returns returns;

    CountAsLost(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.countAsLost((String) execution.getVariable("returnNumber"));
    }
}
