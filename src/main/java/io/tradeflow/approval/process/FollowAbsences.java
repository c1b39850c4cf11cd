package io.tradeflow.approval.process;

import io.tradeflow.approval.AbsencesChanged;
import io.tradeflow.engine.ProcessMessages;
import java.util.Date;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process that watches over an absence, in the transaction that records it. */
@Component
class FollowAbsences {

    private final ProcessMessages messages;
    private final DeputyLinks links;

    FollowAbsences(ProcessMessages messages, DeputyLinks links) {
        this.messages = messages;
        this.links = links;
    }

    @EventListener
    void changed(AbsencesChanged event) {
        if (event.recorded() != null) {
            messages.start(
                    "absence",
                    "ABSENCE-" + event.recorded().id(),
                    Map.of(
                            "awayFrom", Date.from(event.recorded().from()),
                            "awayUntil", Date.from(event.recorded().until())));
        }
        links.renew();
    }
}
