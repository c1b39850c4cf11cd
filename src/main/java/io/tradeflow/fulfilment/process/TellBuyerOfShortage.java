package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shortages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("tellBuyerOfShortage")
@ProcessStep(
        label = "Tell buyer of shortage",
        description = "Queues one mail with all lines of the decision and their new dates.",
        inputs = @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"))
class TellBuyerOfShortage implements JavaDelegate {

    private final Shortages shortages;

    TellBuyerOfShortage(Shortages shortages) {
        this.shortages = shortages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        shortages.tellBuyer(((Number) execution.getVariable("shortageDecisionId")).longValue());
    }
}
