package io.tradeflow.invoicing.process;

import io.tradeflow.engine.TableCheck;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A table of who approves notes is published only where the times of every rule can be read. */
@Component
class NoteApprovalCheck implements TableCheck {

    @Override
    public String table() {
        return "note-approval";
    }

    @Override
    public void check(Map<String, String> outputs) {
        NoteDecisionTimes.answered(outputs::get);
    }
}
