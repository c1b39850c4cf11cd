package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.HeldTurns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("letOthersPass")
@ProcessStep(
        label = "Let others pass",
        description =
                "Ends what an order on hold keeps from others: goods no pick list is released of, and its place in the queue until it is released.",
        inputs = @ProcessStep.Variable(name = "orderNumber", description = "Number of the held order"))
class LetOthersPass implements JavaDelegate {

    private final HeldTurns turns;

    LetOthersPass(HeldTurns turns) {
        this.turns = turns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        turns.letOthersPass((String) execution.getVariable("orderNumber"));
    }
}
