package io.tradeflow.approval.process;

import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.WorkingTime;
import io.tradeflow.engine.ProcessStep;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Turns the working time that the routing table allows into the moments of reminder and due date. */
@Component("assignApprover")
@ProcessStep(
        label = "Assign approver",
        description =
                "Computes from working hours and holidays when the approvers are reminded and until when they should decide.",
        inputs = {
            @ProcessStep.Variable(name = "approverGroup", description = "Group that decides"),
            @ProcessStep.Variable(
                    name = "dueIn",
                    description = "Working time to decide as ISO 8601 duration, e.g. P1D"),
            @ProcessStep.Variable(name = "remindAfter", description = "Working time until the reminder, e.g. PT4H"),
            @ProcessStep.Variable(name = "claimLasts", description = "Working time one person may keep it, e.g. P1D")
        },
        outcomes = {
            @ProcessStep.Variable(name = "approvalDue", description = "When the decision is overdue"),
            @ProcessStep.Variable(name = "reminderAt", description = "When the approvers are reminded"),
            @ProcessStep.Variable(name = "claimLookedAt", description = "How often a forgotten claim is looked for")
        })
class AssignApprover implements JavaDelegate {

    private static final String EVERY_TWO_HOURS = "R/PT2H";

    private final Approvals approvals;
    private final WorkingTime workingTime;

    AssignApprover(Approvals approvals, WorkingTime workingTime) {
        this.approvals = approvals;
        this.workingTime = workingTime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String group = (String) execution.getVariable("approverGroup");
        if (group == null || group.isBlank()) {
            throw new IllegalStateException(said(execution) + " names nobody who decides: add a row, then retry");
        }
        Instant due = workingTime.fromNow(time(execution, "dueIn"));
        Instant reminder = workingTime.fromNow(time(execution, "remindAfter"));
        // an approval that began before the table had this column does not look for forgotten claims
        if (execution.hasVariable("claimLasts")) {
            time(execution, "claimLasts");
        }
        execution.setVariable("claimLookedAt", EVERY_TWO_HOURS);
        execution.setVariable("approvalDue", Date.from(due));
        execution.setVariable("reminderAt", Date.from(reminder));
        approvals.due((Long) execution.getVariable("approvalId"), due);
    }

    private static Duration time(DelegateExecution execution, String variable) {
        Object found = execution.getVariable(variable);
        try {
            return Duration.parse(String.valueOf(found));
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    said(execution) + " has '" + found + "' for " + variable
                            + ": write a duration such as P1D or PT4H, then retry",
                    e);
        }
    }

    private static String said(DelegateExecution execution) {
        return "approval-routing.dmn for " + execution.getVariable("approvalKind") + ", level "
                + execution.getVariable("approvalLevel");
    }
}
