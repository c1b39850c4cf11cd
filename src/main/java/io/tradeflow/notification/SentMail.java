package io.tradeflow.notification;

import java.time.Instant;
import java.util.List;

/**
 * A mail of the outbox as the desk shows it.
 *
 * @param sentAt null while it has not gone out
 * @param attempts how often delivery was tried, the successful one included
 * @param lastError why the last attempt failed, null if none did since
 */
public record SentMail(
        long id,
        String key,
        String dealNumber,
        String to,
        String subject,
        String body,
        List<Long> documentIds,
        Instant queuedAt,
        Instant sentAt,
        int attempts,
        String lastError) {

    public boolean isSent() {
        return sentAt != null;
    }
}
