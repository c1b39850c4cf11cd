package io.tradeflow.amendment.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.ApprovalWords;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessStep;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("lookUpChangeApproval")
@ProcessStep(
        label = "Look up approval of the change",
        description = "Brings who decides on this kind and why it is asked.",
        inputs = {@ProcessStep.Variable(name = "approvalId", description = "Which approval")},
        outcomes = {
            @ProcessStep.Variable(name = "approverGroup", description = "Group that decides"),
            @ProcessStep.Variable(name = "approvalReason", description = "Why, in one sentence"),
            @ProcessStep.Variable(name = "approvalWords", description = "What is approved, in words"),
            @ProcessStep.Variable(name = "escalateAfter", description = "Time after which directors are called in")
        })
class LookUpChangeApproval implements JavaDelegate {

    private static final Map<String, String> GROUPS =
            Map.of("CREDIT", "finance", "MARGIN", "directors", "FLOOR", "directors", "VALUE", "directors");

    private final Approvals approvals;

    LookUpChangeApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Approval approval = approvals.approval((Long) execution.getVariable("approvalId"));
        execution.setVariable("approverGroup", GROUPS.getOrDefault(approval.kind(), "sales-managers"));
        execution.setVariable("approvalReason", approval.because() + ". " + approval.reason());
        execution.setVariable("approvalWords", ApprovalWords.inside(approval.kind()));
        execution.setVariable("escalateAfter", "P2D");
    }
}
