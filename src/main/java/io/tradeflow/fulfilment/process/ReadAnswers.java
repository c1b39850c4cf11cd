package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Substitutions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("readAnswers")
@ProcessStep(
        label = "Read answers",
        description = "Says whether the buyer agreed to all that was offered.",
        inputs = @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"),
        outcomes = @ProcessStep.Variable(name = "substitutionOutcome", description = "AGREED or DECLINED"))
class ReadAnswers implements JavaDelegate {

    private final Substitutions substitutions;

    ReadAnswers(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean agreed = substitutions.allAgreed(((Number) execution.getVariable("shortageDecisionId")).longValue());
        execution.setVariable("substitutionOutcome", agreed ? "AGREED" : "DECLINED");
    }
}
