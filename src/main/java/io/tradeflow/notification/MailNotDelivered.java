package io.tradeflow.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mail.MailSendException;

/** A mail could not be handed over; the message says in one sentence to whom and why. */
public class MailNotDelivered extends RuntimeException {

    private MailNotDelivered(String message, Throwable cause) {
        super(message, cause);
    }

    static MailNotDelivered because(String destination, SentMail mail, Exception failure) {
        List<Throwable> causes = causesOf(failure);
        String reason = causes.stream().anyMatch(MailNotDelivered::isSilence)
                ? destination + " does not answer: " + deepest(causes)
                : causes.stream().anyMatch(AuthenticationFailedException.class::isInstance)
                        ? destination + " refuses our sign-in: " + deepest(causes)
                        : causes.stream().anyMatch(SendFailedException.class::isInstance)
                                ? destination + " refuses the mail to " + mail.to() + ": " + deepest(causes)
                                : destination + " failed: " + deepest(causes);
        return new MailNotDelivered(reason + " (mail '" + mail.subject() + "')", failure);
    }

    private static boolean isSilence(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
    }

    private static String deepest(List<Throwable> causes) {
        Throwable last = causes.get(causes.size() - 1);
        if (last instanceof UnknownHostException) {
            return "there is no host " + last.getMessage();
        }
        String message = last.getMessage();
        return message == null || message.isBlank() ? last.getClass().getSimpleName() : message.strip();
    }

    /** The chain of causes; Spring hides the mail server's own words in {@link MailSendException#getFailedMessages()}. */
    private static List<Throwable> causesOf(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = next(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private static Throwable next(Throwable cause) {
        if (cause instanceof MailSendException sending
                && !sending.getFailedMessages().isEmpty()) {
            return sending.getFailedMessages().values().iterator().next();
        }
        return cause.getCause();
    }
}
