package io.tradeflow.notification;

import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends through a mail server, and never waits for it longer than the time-outs say. */
class SmtpTransport implements MailTransport {

    private static final String CONNECT_TIMEOUT_MS = "5000";
    private static final String ANSWER_TIMEOUT_MS = "10000";

    private final JavaMailSenderImpl sender;

    SmtpTransport(JavaMailSenderImpl sender) {
        this.sender = sender;
        Properties properties = sender.getJavaMailProperties();
        properties.putIfAbsent("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MS);
        properties.putIfAbsent("mail.smtp.timeout", ANSWER_TIMEOUT_MS);
        properties.putIfAbsent("mail.smtp.writetimeout", ANSWER_TIMEOUT_MS);
    }

    @Override
    public void send(MimeMessage message) {
        sender.send(message);
    }

    @Override
    public String destination() {
        int port = sender.getPort();
        return "Mail server " + sender.getHost() + (port > 0 ? ":" + port : "");
    }
}
