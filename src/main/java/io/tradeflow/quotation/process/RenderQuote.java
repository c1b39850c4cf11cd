package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fixes and renders the quote's document. */
@Component("renderQuote")
@ProcessStep(
        label = "Render quote",
        description = "Fixes what the approved quote prints and makes the PDF.",
        inputs = @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
        errors =
                @ProcessStep.Error(
                        code = "VALIDITY_OVER",
                        description = "The validity ended while the quote was approved"))
class RenderQuote implements JavaDelegate {

    private final Quotations quotations;

    RenderQuote(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable("quoteNumber");
        if (!quotations.isInTime(number)) {
            throw new BpmnError("VALIDITY_OVER", "The validity of " + number + " ended before it was sent");
        }
        quotations.render(number);
    }
}
