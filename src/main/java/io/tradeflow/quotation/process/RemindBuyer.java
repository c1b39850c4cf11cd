package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.quotation.Quotations;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds a buyer who has not answered, once for each revision. */
@Component("remindBuyer")
@ProcessStep(
        label = "Remind buyer",
        description =
                "Mails the buyer that the quote's validity ends soon, with a link to answer. Once for each revision.",
        inputs = {
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
            @ProcessStep.Variable(name = "validUntil", description = "Moment the validity is over")
        },
        outcomes =
                @ProcessStep.Variable(
                        name = "reminderAt",
                        description = "A moment behind the validity: there is no second reminder"))
class RemindBuyer implements JavaDelegate {

    private static final Duration BEHIND_THE_END = Duration.ofDays(1);

    private final Quotations quotations;

    RemindBuyer(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        quotations.remind((String) execution.getVariable("quoteNumber"));
        Date end = (Date) execution.getVariable("validUntil");
        execution.setVariable("reminderAt", Date.from(end.toInstant().plus(BEHIND_THE_END)));
    }
}
