package io.tradeflow.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** The way mails leave the house. */
interface MailTransport {

    /** Hands the message over; returns only when the other side has it. */
    void send(MimeMessage message) throws MessagingException, IOException;

    /** Names the other side in a sentence: "Mail server localhost:2525". */
    String destination();
}
