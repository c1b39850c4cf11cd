package io.tradeflow.approval.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessStep;
import java.math.BigDecimal;
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
            @ProcessStep.Variable(name = "marginPercent", description = "Margin, whole quote")
        },
        outcomes = {
            @ProcessStep.Variable(name = "approvalKind", description = "What is to be approved, e.g. DISCOUNT"),
            @ProcessStep.Variable(name = "approvalReason", description = "Why, in one sentence"),
            @ProcessStep.Variable(name = "taskTitle", description = "Name of the approver's task"),
            @ProcessStep.Variable(name = "approvalAmount", description = "Net total as it is spoken of, for lists"),
            @ProcessStep.Variable(name = "approvalFigures", description = "Discount and margin, for lists")
        })
class LookUpApproval implements JavaDelegate {

    private final Approvals approvals;

    LookUpApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Approval approval = approvals.approval((Long) execution.getVariable("approvalId"));
        ApprovalTitle title = new ApprovalTitle(
                approval.kind(),
                (String) execution.getVariable("quoteNumber"),
                (String) execution.getVariable("buyerName"),
                decimal(execution, "quoteValue"),
                decimal(execution, "discountPercent"),
                decimal(execution, "marginPercent"));
        execution.setVariable("approvalKind", approval.kind());
        execution.setVariable("approvalReason", approval.reason());
        execution.setVariable("taskTitle", title.text());
        execution.setVariable("approvalAmount", title.amount());
        execution.setVariable("approvalFigures", title.figures());
    }

    private static BigDecimal decimal(DelegateExecution execution, String variable) {
        Double fact = (Double) execution.getVariable(variable);
        return fact == null ? null : BigDecimal.valueOf(fact);
    }
}
