package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.returns.ReplacedGoods;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("closeReplacement")
@ProcessStep(
        label = "Close replacement",
        description = "The replaced goods have left: the deal is where it was before.",
        inputs = @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"))
class CloseReplacement implements JavaDelegate {

    private final ReplacedGoods replaced;

    CloseReplacement(ReplacedGoods replaced) {
        this.replaced = replaced;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replaced.haveLeft((String) execution.getVariable("orderNumber"));
    }
}
