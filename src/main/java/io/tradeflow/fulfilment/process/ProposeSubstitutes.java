package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shortages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("proposeSubstitutes")
@ProcessStep(
        label = "Propose other products",
        description = "Offers the buyer the products named in place of missing ones.",
        inputs = {
            @ProcessStep.Variable(name = "shortageDecisionId", description = "The decision"),
            @ProcessStep.Variable(name = "answerWithin", description = "How long the buyer has to answer, as P3D")
        })
class ProposeSubstitutes implements JavaDelegate {

    private final Shortages shortages;
    private final Clock clock;

    ProposeSubstitutes(Shortages shortages, Clock clock) {
        this.shortages = shortages;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Period answerWithin = Period.parse((String) execution.getVariable("answerWithin"));
        shortages.offer(
                ((Number) execution.getVariable("shortageDecisionId")).longValue(),
                LocalDate.now(clock).plus(answerWithin));
    }
}
