package io.tradeflow.approval.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.kernel.Actor;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the decision; runs in the transaction that completes the task, so the signed-in person is the one who decided. */
@Component("recordDecision")
@ProcessStep(
        label = "Record decision",
        description = "Keeps the decision with who took it, bound to the content it was taken on.",
        inputs = {
            @ProcessStep.Variable(name = "approvalId", description = "Which approval"),
            @ProcessStep.Variable(name = "decision", description = "APPROVED, REJECTED or SENT_BACK"),
            @ProcessStep.Variable(name = "comment", description = "Why; needed unless approved")
        },
        outcomes = {
            @ProcessStep.Variable(name = "anotherLevel", description = "Whether another level is asked now"),
            @ProcessStep.Variable(name = "approvalId", description = "The approval of that level")
        })
class RecordDecision implements JavaDelegate {

    private final Approvals approvals;
    private final Deputies deputies;
    private final TaskCompleter completer;

    RecordDecision(Approvals approvals, Deputies deputies, TaskCompleter completer) {
        this.approvals = approvals;
        this.deputies = deputies;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Actor by = decidedBy();
        Optional<Approval> next = approvals.decide(
                (Long) execution.getVariable("approvalId"),
                by,
                deputies.representedBy(by, Deputies.groups(execution.getVariables())),
                Approval.Outcome.valueOf((String) execution.getVariable("decision")),
                (String) execution.getVariable("comment"));
        execution.setVariable("anotherLevel", next.isPresent());
        next.ifPresent(level -> execution.setVariable("approvalId", level.id()));
    }

    private Actor decidedBy() {
        return completer
                .person()
                .orElseThrow(() -> new IllegalStateException(
                        "An approval was completed by nobody who is signed in as a member of staff"));
    }
}
