package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Negotiations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** There is nothing left to extend. */
@Component("closeExtension")
@ProcessStep(
        label = "Close extension request",
        description = "Notes that the quote was answered, or its validity ended, before anybody decided.",
        inputs = @ProcessStep.Variable(name = "extensionRequestId", description = "The buyer's request"))
class CloseExtension implements JavaDelegate {

    private final Negotiations negotiations;

    CloseExtension(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        negotiations.closeExtension((Long) execution.getVariable("extensionRequestId"));
    }
}
