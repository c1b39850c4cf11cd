package io.tradeflow.notification.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.notification.MailQueued;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the delivery of each queued mail in the transaction that queued it. */
@Component
class StartMailDelivery {

    private final ProcessMessages processes;

    StartMailDelivery(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(MailQueued mail) {
        processes.start(
                "mail-delivery",
                mail.dealNumber(),
                Map.of("mailId", mail.mailId(), "mailTo", mail.to(), "mailSubject", mail.subject()));
    }
}
