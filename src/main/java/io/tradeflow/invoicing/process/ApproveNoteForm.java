package io.tradeflow.invoicing.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.invoicing.NoteDrafts;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a credit or debit note is issued; a refusal gives its reason. */
@Component
class ApproveNoteForm implements TaskForm {

    private final NoteDrafts drafts;

    ApproveNoteForm(NoteDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String form() {
        return "invoicing/approve-note";
    }

    @Override
    public Set<String> fields() {
        return Set.of("noteDecision", "noteDecisionNote");
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        Object decision = submitted.get("noteDecision");
        if (!Set.of("APPROVED", "REFUSED").contains(String.valueOf(decision))) {
            throw Problem.invalid("invalid-decision", "noteDecision", "Decide: APPROVED or REFUSED");
        }
        Object note = submitted.get("noteDecisionNote");
        drafts.checkDecision(
                by,
                (String) context.get("noteDraft"),
                "APPROVED".equals(decision),
                note == null ? null : note.toString());
    }
}
