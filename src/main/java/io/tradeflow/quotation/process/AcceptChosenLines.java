package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Accepts the revision that was made of the lines the buyer took. */
@Component("acceptChosenLines")
@ProcessStep(
        label = "Accept chosen lines",
        description =
                "Accepts for the buyer the revision with the lines the buyer took. Where that cannot be done any more, or the buyer's company decides first, the quote stays open.",
        inputs = @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
        outcomes = {
            @ProcessStep.Variable(name = "acceptanceWaits", description = "No longer"),
            @ProcessStep.Variable(name = "chosenAccepted", description = "Whether the quote is accepted"),
            @ProcessStep.Variable(name = "quoteOutcome", description = "ACCEPTED, where it is")
        })
class AcceptChosenLines implements JavaDelegate {

    private final Quotations quotations;

    AcceptChosenLines(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean accepted = quotations.acceptChosen((String) execution.getVariable("quoteNumber"));
        execution.setVariable("acceptanceWaits", false);
        execution.setVariable("chosenAccepted", accepted);
        execution.setVariable("quoteOutcome", accepted ? "ACCEPTED" : null);
    }
}
