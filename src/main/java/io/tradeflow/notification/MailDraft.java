package io.tradeflow.notification;

import java.util.List;

/**
 * A mail to go out.
 *
 * @param key says what this mail is, once and for all, for example {@code quote-sent:QTN-2627-000001:1}; the same key is never mailed twice
 * @param body plain text
 * @param documentIds documents attached as PDF
 */
public record MailDraft(String key, String dealNumber, String to, String subject, String body, List<Long> documentIds) {

    public MailDraft {
        documentIds = List.copyOf(documentIds);
    }
}
