package io.tradeflow.amendment.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.kernel.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("recordChangeDecision")
@ProcessStep(
        label = "Record decision on the change",
        description = "Keeps the decision with who took it, bound to the change it was taken on.",
        inputs = {
            @ProcessStep.Variable(name = "approvalId", description = "Which approval"),
            @ProcessStep.Variable(name = "decision", description = "APPROVED or REJECTED"),
            @ProcessStep.Variable(name = "comment", description = "Why; needed unless approved")
        })
class RecordChangeDecision implements JavaDelegate {

    private final Approvals approvals;
    private final ChangeApprovers approvers;
    private final TaskCompleter completer;

    RecordChangeDecision(Approvals approvals, ChangeApprovers approvers, TaskCompleter completer) {
        this.approvals = approvals;
        this.approvers = approvers;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor by = completer.person().orElseThrow(() -> new IllegalStateException("Nobody decided on the change"));
        approvals.decide(
                (Long) execution.getVariable("approvalId"),
                by,
                approvers.representedBy(by, execution.getVariables()),
                Approval.Outcome.valueOf((String) execution.getVariable("decision")),
                (String) execution.getVariable("comment"));
    }
}
