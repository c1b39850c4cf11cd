package io.tradeflow.approval.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings what the routing and the approver need to know. */
@Component("lookUpApproval")
@ProcessStep(
        label = "Look up approval",
        description = "Brings the kind of the approval, why it is needed, and a title with the facts for the task.",
        inputs = {
            @ProcessStep.Variable(name = "approvalId", description = "Which approval"),
            @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
            @ProcessStep.Variable(name = "buyerName", description = "Name of the buyer"),
            @ProcessStep.Variable(name = "quoteValue", description = "Net total in rupees; null if not known"),
            @ProcessStep.Variable(name = "discountPercent", description = "Discount on list price, whole quote"),
            @ProcessStep.Variable(name = "marginPercent", description = "Margin, whole quote"),
            @ProcessStep.Variable(name = "quoteValidUntil", description = "Moment the quote's validity is over")
        },
        outcomes = {
            @ProcessStep.Variable(name = "approvalKind", description = "What is to be approved, e.g. DISCOUNT"),
            @ProcessStep.Variable(name = "approvalLevel", description = "Which level is asked, from 1"),
            @ProcessStep.Variable(
                    name = "daysToNeed",
                    description = "Days until the buyer needs it or the quote's validity is over"),
            @ProcessStep.Variable(name = "urgency", description = "How urgent the inquiry is, e.g. URGENT"),
            @ProcessStep.Variable(name = "approvalPressure", description = "How much time there is, for lists"),
            @ProcessStep.Variable(name = "approvalReason", description = "Why, in one sentence"),
            @ProcessStep.Variable(name = "taskTitle", description = "Name of the approver's task"),
            @ProcessStep.Variable(name = "approvalAmount", description = "Net total as it is spoken of, for lists"),
            @ProcessStep.Variable(name = "approvalFigures", description = "Discount and margin, for lists")
        })
class LookUpApproval implements JavaDelegate {

    private final Approvals approvals;
    private final Inquiries inquiries;
    private final Clock clock;

    LookUpApproval(Approvals approvals, Inquiries inquiries, Clock clock) {
        this.approvals = approvals;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Approval approval = approvals.approval((Long) execution.getVariable("approvalId"));
        ApprovalTitle title = new ApprovalTitle(
                approval.kind(),
                approval.level(),
                approval.levels(),
                (String) execution.getVariable("quoteNumber"),
                (String) execution.getVariable("buyerName"),
                decimal(execution, "quoteValue"),
                decimal(execution, "discountPercent"),
                decimal(execution, "marginPercent"));
        execution.setVariable("approvalKind", approval.kind());
        execution.setVariable("approvalLevel", approval.level());
        Inquiry inquiry = inquiries.inquiry(approval.dealNumber());
        Date validUntil = (Date) execution.getVariable("quoteValidUntil");
        TimeLeft left = TimeLeft.on(
                LocalDate.now(clock),
                inquiry.neededBy(),
                validUntil == null
                        ? null
                        : LocalDate.ofInstant(validUntil.toInstant().minusNanos(1), clock.getZone()));
        execution.setVariable("daysToNeed", left.days());
        execution.setVariable("urgency", inquiry.urgency().name());
        execution.setVariable("approvalPressure", left.words(inquiry.urgency()));
        execution.setVariable(
                "approvalReason",
                approval.because().isEmpty() ? approval.reason() : approval.because() + ". " + approval.reason());
        execution.setVariable("taskTitle", title.text());
        execution.setVariable("approvalAmount", title.amount());
        execution.setVariable("approvalFigures", title.figures());
    }

    private static BigDecimal decimal(DelegateExecution execution, String variable) {
        Double fact = (Double) execution.getVariable(variable);
        return fact == null ? null : BigDecimal.valueOf(fact);
    }
}
