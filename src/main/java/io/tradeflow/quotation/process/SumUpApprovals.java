package io.tradeflow.quotation.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what all approvals of the quote come to. */
@Component("sumUpApprovals")
@ProcessStep(
        label = "Sum up approvals",
        description = "Says whether the quote as it is now is approved by all who were asked.",
        inputs = @ProcessStep.Variable(name = "quoteNumber", description = "Number of the quote"),
        outcomes = @ProcessStep.Variable(name = "approvalOutcome", description = "APPROVED, REJECTED or SENT_BACK"))
class SumUpApprovals implements JavaDelegate {

    private final Approvals approvals;

    SumUpApprovals(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Approval.Outcome outcome = approvals.overall((String) execution.getVariable("quoteNumber"));
        // somebody asked anew while these were decided: the sales desk looks at it again
        execution.setVariable("approvalOutcome", (outcome == null ? Approval.Outcome.SENT_BACK : outcome).name());
    }
}
