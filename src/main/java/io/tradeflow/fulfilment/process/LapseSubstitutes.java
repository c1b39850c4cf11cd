package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Substitutions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("lapseSubstitutes")
@ProcessStep(
        label = "Let proposals lapse",
        description = "The buyer has not answered in time: what was offered cannot be accepted any more.",
        inputs = @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"))
class LapseSubstitutes implements JavaDelegate {

    private final Substitutions substitutions;

    LapseSubstitutes(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        substitutions.lapse(((Number) execution.getVariable("shortageDecisionId")).longValue());
    }
}
