package io.tradeflow.notification;

import io.tradeflow.kernel.Problem;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox for mail: queued in the transaction of what it tells about, delivered afterwards by a process of its own. */
@Service
public class Mails {

    private final OutboxRows outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mails(OutboxRows outbox, ApplicationEventPublisher events, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Queues the mail and publishes {@link MailQueued}; a second one with the same key changes nothing. */
    @Transactional
    public void queue(MailDraft draft) {
        if (draft.to() == null || draft.to().isBlank()) {
            throw Problem.invalid(
                    "mail-address-missing", "to", "There is no mail address to send '" + draft.subject() + "' to");
        }
        outbox.insert(draft, clock.instant())
                .ifPresent(
                        id -> events.publishEvent(new MailQueued(id, draft.dealNumber(), draft.to(), draft.subject())));
    }
}
