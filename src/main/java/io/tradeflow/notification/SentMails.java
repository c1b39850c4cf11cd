package io.tradeflow.notification;

import io.tradeflow.kernel.Problem;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the outbox, for pages of staff. */
@Service
@Transactional(readOnly = true)
public class SentMails {

    private final OutboxRows outbox;
    private final MailMessages messages;

    SentMails(OutboxRows outbox, MailMessages messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /** The latest queued first; {@code page} counts from 0. */
    public List<SentMail> latest(int page, int size) {
        return outbox.latest(page * size, size);
    }

    /** A deal's mails, oldest first. */
    public List<SentMail> ofDeal(String dealNumber) {
        return outbox.ofDeal(dealNumber);
    }

    /** @throws Problem not-found */
    public SentMail one(long id) {
        return outbox.find(id).orElseThrow(() -> Problem.notFound("mail", String.valueOf(id)));
    }

    /** The whole message as it goes over the wire (RFC 5322), attachments included. */
    public byte[] raw(long id) {
        return messages.bytesOf(one(id));
    }
}
