package io.tradeflow.approval.process;

import io.tradeflow.approval.Approval;
import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.Represented;
import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The approver's form: decision and comment. */
@Component
class DecideForm implements TaskForm {

    private static final String DECISION = "decision";
    private static final String COMMENT = "comment";
    private static final int LONGEST_COMMENT = 2000;

    private final Approvals approvals;
    private final Deputies deputies;

    DecideForm(Approvals approvals, Deputies deputies) {
        this.approvals = approvals;
        this.deputies = deputies;
    }

    @Override
    public String form() {
        return "approval/decide";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, COMMENT);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Approval.Outcome decision = decision(submitted.get(DECISION));
        String comment = comment(submitted.get(COMMENT));
        Represented represented = deputies.representedBy(by, Deputies.groups(context));
        approvals.checkDecision((Long) context.get("approvalId"), by, represented, decision, comment);
    }

    private static Approval.Outcome decision(Object submitted) {
        return Arrays.stream(Approval.Outcome.values())
                .filter(outcome -> outcome.name().equals(submitted))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "invalid-decision",
                        DECISION,
                        "Decide: approve (APPROVED), reject (REJECTED) or send back (SENT_BACK)"));
    }

    private static String comment(Object submitted) {
        if (submitted == null) {
            return null;
        }
        if (!(submitted instanceof String comment) || comment.length() > LONGEST_COMMENT) {
            throw Problem.invalid(
                    "invalid-comment", COMMENT, "The comment is a text of at most " + LONGEST_COMMENT + " characters");
        }
        return comment;
    }
}
