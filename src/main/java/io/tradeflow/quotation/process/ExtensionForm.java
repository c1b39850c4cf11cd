package io.tradeflow.quotation.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.quotation.Negotiations;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sales desk's form for a buyer who asks for a longer validity. */
@Component
class ExtensionForm implements TaskForm {

    static final String DECISION = "extensionDecision";
    static final String UNTIL = "grantedUntil";
    static final String NOTE = "extensionNote";
    private static final Set<String> DECISIONS = Set.of("GRANT", "REFUSE");

    private final Negotiations negotiations;

    ExtensionForm(Negotiations negotiations) {
        this.negotiations = negotiations;
    }

    @Override
    public String form() {
        return "quotation/extension";
    }

    @Override
    public Set<String> fields() {
        return Set.of(DECISION, UNTIL, NOTE);
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (!(submitted.get(DECISION) instanceof String decision) || !DECISIONS.contains(decision)) {
            throw Problem.invalid("invalid-decision", DECISION, "Decide: grant (GRANT) or refuse (REFUSE)");
        }
        if ("GRANT".equals(decision)) {
            negotiations.checkGrant(
                    (Long) context.get("extensionRequestId"), day(submitted.get(UNTIL)), (String) submitted.get(NOTE));
        }
    }

    static LocalDate day(Object text) {
        try {
            return text == null || text.toString().isBlank() ? null : LocalDate.parse(text.toString());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("extension-invalid", UNTIL, "'" + text + "' is not a day, like 2026-12-24");
        }
    }
}
