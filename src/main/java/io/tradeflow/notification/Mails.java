package io.tradeflow.notification;

import org.springframework.stereotype.Service;

/** The outbox for mail: queued in the transaction of what it tells about, delivered afterwards by a process of its own. */
@Service
public class Mails {

    /** Queues the mail; a second one with the same key changes nothing. */
    public void queue(MailDraft draft) {
        throw new UnsupportedOperationException();
    }
}
