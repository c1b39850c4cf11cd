package io.tradeflow.notification;

import io.tradeflow.kernel.Problem;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivers queued mails, each once. */
@Service
public class MailDelivery {

    private final OutboxRows outbox;
    private final MailMessages messages;
    private final MailTransport transport;
    private final Clock clock;

    MailDelivery(OutboxRows outbox, MailMessages messages, MailTransport transport, Clock clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Sends the mail and marks it sent; does nothing if it has been sent. Where the program dies between the two the mail goes out again,
     * with the same Message-ID.
     *
     * @throws MailNotDelivered with a sentence that operations understand
     */
    @Transactional
    public void deliver(long mailId) {
        SentMail mail = outbox.find(mailId).orElseThrow(() -> Problem.notFound("mail", String.valueOf(mailId)));
        if (mail.isSent()) {
            return;
        }
        try {
            transport.send(messages.messageOf(mail));
        } catch (MessagingException | MailException | IOException e) {
            MailNotDelivered failure = MailNotDelivered.because(transport.destination(), mail, e);
            outbox.markFailed(mailId, failure.getMessage());
            throw failure;
        }
        outbox.markSent(mailId, clock.instant());
    }
}
