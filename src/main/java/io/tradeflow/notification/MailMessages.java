package io.tradeflow.notification;

import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import jakarta.activation.FileTypeMap;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes the MIME message of a mail: the same mail gives the same Message-ID, so that a repeat can be recognised. */
@Component
class MailMessages {

    /** Making one reads configuration from the whole classpath; messages of ours need nothing of it, so all share one. */
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Documents documents;
    private final MailSettings settings;

    MailMessages(Documents documents, MailSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    MimeMessage messageOf(SentMail mail) throws MessagingException {
        MimeMessage message = new IdentifiedMessage(messageId(mail.key()));
        MimeMessageHelper helper = new Composition(message);
        helper.setFrom(settings.from());
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.body());
        helper.setSentDate(Date.from(mail.queuedAt()));
        message.setHeader("X-Tradeflow-Deal", mail.dealNumber());
        for (long documentId : mail.documentIds()) {
            FrozenDocument document = documents.document(documentId);
            helper.addAttachment(
                    document.fileName(), new ByteArrayResource(documents.pdf(documentId)), "application/pdf");
        }
        message.saveChanges();
        return message;
    }

    byte[] bytesOf(SentMail mail) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            messageOf(mail).writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + mail.key() + " cannot be composed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Mail " + mail.key() + " cannot be composed", e);
        }
    }

    private String messageId(String key) {
        UUID fromKey = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return "<" + fromKey + "@" + settings.domain() + ">";
    }

    /** The types of attachments are given, so no list of types by file name is read for each mail. */
    private static final class Composition extends MimeMessageHelper {

        private static final FileTypeMap NO_TYPES = new FileTypeMap() {
            @Override
            public String getContentType(File file) {
                return getContentType(file.getName());
            }

            @Override
            public String getContentType(String fileName) {
                throw new IllegalStateException("The type of " + fileName + " has to be given");
            }
        };

        Composition(MimeMessage message) throws MessagingException {
            super(message, true, StandardCharsets.UTF_8.name());
        }

        @Override
        protected FileTypeMap getDefaultFileTypeMap(MimeMessage message) {
            return NO_TYPES;
        }
    }

    /** Jakarta Mail invents a new Message-ID whenever a message is saved; this one keeps its own. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String messageId;

        IdentifiedMessage(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
