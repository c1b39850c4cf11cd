package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inquiry.LostDeals;
import io.tradeflow.kernel.Actor;
import io.tradeflow.quotation.Quotations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the quote back. */
@Component("withdrawQuote")
@ProcessStep(
        label = "Withdraw quote",
        description = "Takes the quote back; the deal is lost, for the reason the sales desk gave.",
        inputs = {
            @ProcessStep.Variable(name = "inquiryNumber", description = "Number of the deal"),
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
            @ProcessStep.Variable(name = "lostReason", description = "Code of the reason; may be missing"),
            @ProcessStep.Variable(name = "lostNote", description = "The reason in words; may be missing")
        })
class WithdrawQuote implements JavaDelegate {

    private static final String SALES_DESK = "Withdrawn by the sales desk";

    private final Quotations quotations;
    private final LostDeals losses;

    WithdrawQuote(Quotations quotations, LostDeals losses) {
        this.quotations = quotations;
        this.losses = losses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String note = (String) execution.getVariable("lostNote");
        quotations.withdraw(
                (String) execution.getVariable("quoteNumber"),
                note == null || note.isBlank() ? SALES_DESK : SALES_DESK + ": " + note);
        losses.say(
                Actor.PROGRAM,
                (String) execution.getVariable("inquiryNumber"),
                (String) execution.getVariable("lostReason"),
                note);
    }
}
