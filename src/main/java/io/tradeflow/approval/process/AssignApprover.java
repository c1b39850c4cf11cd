package io.tradeflow.approval.process;

import io.tradeflow.engine.ProcessStep;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Turns the time the routing table allows into the moment the approval is due. */
@Component("assignApprover")
@ProcessStep(
        label = "Assign approver",
        description = "Computes when the approval is due from the time that the routing table allows.",
        inputs = @ProcessStep.Variable(name = "dueIn", description = "Time to decide as ISO 8601 duration, e.g. P1D"),
        outcomes = @ProcessStep.Variable(name = "approvalDue", description = "When the decision is overdue"))
class AssignApprover implements JavaDelegate {

    private final Clock clock;

    AssignApprover(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Duration dueIn = Duration.parse((String) execution.getVariable("dueIn"));
        execution.setVariable("approvalDue", Date.from(clock.instant().plus(dueIn)));
    }
}
