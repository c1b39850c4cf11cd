package io.tradeflow.quotation.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteFacts;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prices the inquiry and tells the model the facts that approvals are decided by. */
@Component("priceQuote")
@ProcessStep(
        label = "Price quote",
        description =
                "Prices and taxes the draft of the quote, with bulk discount and charges; what was set by hand stays. Opens a new revision if the last was sent.",
        inputs = {
            @ProcessStep.Variable(name = "inquiryNumber", description = "Number of the inquiry"),
            @ProcessStep.Variable(name = "advancePercent", description = "Advance of the payment terms, in percent"),
            @ProcessStep.Variable(name = "creditDays", description = "Days from the invoice to the last instalment"),
            @ProcessStep.Variable(
                    name = "instalments",
                    description = "Such as 40 % at 30 days; 60 % at 60 days; null for all at once"),
            @ProcessStep.Variable(name = "dueDay", description = "Such as end of month; null for the day itself"),
            @ProcessStep.Variable(name = "earlyDiscount", description = "Such as 2 % within 10 days; null for none")
        },
        outcomes = {
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
            @ProcessStep.Variable(name = "quoteRevision", description = "Revision that was priced"),
            @ProcessStep.Variable(name = "discountPercent", description = "Discount on list price; null if not known"),
            @ProcessStep.Variable(
                    name = "worstLineDiscount",
                    description = "Highest discount of a line; null if not known"),
            @ProcessStep.Variable(name = "marginPercent", description = "Margin over cost; null if not known"),
            @ProcessStep.Variable(name = "quoteValue", description = "Net total in rupees; null if not known"),
            @ProcessStep.Variable(name = "belowFloor", description = "Whether a line is priced below its floor"),
            @ProcessStep.Variable(
                    name = "belowOrderMinimum",
                    description = "Whether the goods come to less than was agreed for an order"),
            @ProcessStep.Variable(
                    name = "creditExcess",
                    description = "By how much the credit limit would be exceeded; null if not known"),
            @ProcessStep.Variable(
                    name = "stockShortage",
                    description = "Largest part of a line not in stock, in percent; null if not known"),
            @ProcessStep.Variable(name = "exportMode", description = "NONE, UNDER_LUT or WITHOUT_LUT"),
            @ProcessStep.Variable(name = "termsUnusual", description = "Whether the terms are not the company's"),
            @ProcessStep.Variable(
                    name = "shortfallDays",
                    description =
                            "Days to the first promised date without the goods; null if every promise can be kept"),
            @ProcessStep.Variable(
                    name = "approvalLane",
                    description = "USUAL, or EXPORT for buyers who export the goods"),
            @ProcessStep.Variable(name = "validUntil", description = "Moment the validity is over"),
            @ProcessStep.Variable(name = "reminderAt", description = "When a buyer without an answer is reminded")
        },
        errors = {
            @ProcessStep.Error(code = "PRICE_MISSING", description = "A line has no price"),
            @ProcessStep.Error(code = "TAX_RATE_MISSING", description = "A line's HSN has no tax rate")
        })
class PriceQuote implements JavaDelegate {

    private static final Map<String, String> ERRORS =
            Map.of("price-not-found", "PRICE_MISSING", "tax-rate-missing", "TAX_RATE_MISSING");
    private static final int LONGEST_MESSAGE = 2000;

    private final Quotations quotations;

    PriceQuote(Quotations quotations) {
        this.quotations = quotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String inquiryNumber = (String) execution.getVariable("inquiryNumber");
        try {
            Quote quote = quotations.price(
                    inquiryNumber, PaymentTerms.answered(execution::getVariable).orElse(null));
            tell(execution, quotations.facts(quote.number()));
        } catch (Problem problem) {
            String error = ERRORS.get(problem.slug());
            if (error == null) {
                throw problem;
            }
            quotations
                    .currentOfDeal(inquiryNumber)
                    .ifPresent(draft -> execution.setVariable("quoteNumber", draft.number()));
            throw new BpmnError(error, messageOf(problem));
        }
    }

    private static void tell(DelegateExecution execution, QuoteFacts facts) {
        execution.setVariable("quoteNumber", facts.quoteNumber());
        execution.setVariable("quoteRevision", facts.revision());
        execution.setVariables(FactVariables.of(facts));
        execution.setVariable("validUntil", Date.from(facts.validityEnds()));
        execution.setVariable("reminderAt", Date.from(facts.reminderAt()));
    }

    private static String messageOf(Problem problem) {
        String all = problem.violations().isEmpty()
                ? problem.getMessage()
                : problem.violations().stream().map(Problem.Violation::message).collect(Collectors.joining("\n"));
        return all.length() <= LONGEST_MESSAGE ? all : all.substring(0, LONGEST_MESSAGE) + "…";
    }
}
