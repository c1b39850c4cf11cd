package io.tradeflow.amendment.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The approver's decision on a change of an order. */
@Component
class ApproveChangeForm implements TaskForm {

    private static final String DECISION = "decision";
    private static final String COMMENT = "comment";

    private final Approvals approvals;
    private final ChangeApprovers approvers;

    ApproveChangeForm(Approvals approvals, ChangeApprovers approvers) {
        this.approvals = approvals;
        this.approvers = approvers;
    }

    @Override
    public String form() {
        return "amendment/approve-change";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, COMMENT);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object decision = submitted.get(DECISION);
        if (!"APPROVED".equals(decision) && !"REJECTED".equals(decision)) {
            throw Problem.invalid("invalid-decision", DECISION, "Decide: APPROVED or REJECTED");
        }
        Object comment = submitted.get(COMMENT);
        approvals.checkDecision(
                (Long) context.get("approvalId"),
                by,
                approvers.representedBy(by, context),
                Approval.Outcome.valueOf((String) decision),
                comment == null ? null : comment.toString());
    }
}
