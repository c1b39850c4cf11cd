package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.invoicing.NoteDraft;
import io.tradeflow.invoicing.NoteDrafted;
import io.tradeflow.invoicing.NoteDrafts;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A draft of finance goes its way in the transaction it is made in. */
@Component
class StartNote {

    private final ProcessMessages processes;
    private final NoteDrafts drafts;

    StartNote(ProcessMessages processes, NoteDrafts drafts) {
        this.processes = processes;
        this.drafts = drafts;
    }

    @EventListener
    void on(NoteDrafted event) {
        NoteDraft draft = drafts.draft(event.draftNumber());
        processes.start(
                "note",
                event.dealNumber(),
                Map.of(
                        "noteDraft", draft.number(),
                        "noteKind", draft.kind().title().toLowerCase(Locale.ROOT),
                        "noteReason", draft.reason().name(),
                        "noteAmount", draft.amountInRupees().doubleValue(),
                        "buyerName", draft.buyerName(),
                        "noteApproved", false));
    }
}
