package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the quote back. */
@Component("withdrawQuote")
@ProcessStep(
        label = "Withdraw quote",
        description = "Takes the quote back; the deal is lost.",
        inputs = @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"))
class WithdrawQuote implements JavaDelegate {

    private final Quotations quotations;

    WithdrawQuote(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        quotations.withdraw((String) execution.getVariable("quoteNumber"), "Withdrawn by the sales desk");
    }
}
