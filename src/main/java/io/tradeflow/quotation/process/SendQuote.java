package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the quote to the buyer. */
@Component("sendQuote")
@ProcessStep(
        label = "Send quote",
        description =
                "Opens the approved quote to the buyer and queues the mail with the PDF. Refuses a quote that is not approved as it is now.",
        inputs = @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
        outcomes =
                @ProcessStep.Variable(
                        name = "acceptanceWaits",
                        description = "Whether the buyer has chosen exactly this content already"))
class SendQuote implements JavaDelegate {

    private final Quotations quotations;

    SendQuote(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = (String) execution.getVariable("quoteNumber");
        quotations.send(number);
        execution.setVariable("acceptanceWaits", quotations.isChosen(number));
    }
}
