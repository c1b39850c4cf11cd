package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a quote nobody answered in time. */
@Component("expireQuote")
@ProcessStep(
        label = "Expire quote",
        description = "Closes the quote because its validity is over.",
        inputs = @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"))
class ExpireQuote implements JavaDelegate {

    private final Quotations quotations;

    ExpireQuote(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        quotations.expire((String) execution.getVariable("quoteNumber"));
    }
}
