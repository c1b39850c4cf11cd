package io.tradeflow.inventory;

import java.time.Instant;

/**
 * An outside system that is told when stock changes.
 *
 * @param secret what its messages are signed with
 * @param failures how often in a row it has not answered
 * @param restsUntil nothing is sent to it before; null where it answers
 * @param lastError why it rests, null where it answers
 * @param waiting how many messages have not gone out
 * @param failing how many of them failed at least once
 */
public record StockWebhook(
        long id,
        String url,
        String secret,
        boolean active,
        String createdBy,
        Instant createdAt,
        int failures,
        Instant restsUntil,
        String lastError,
        long waiting,
        long failing) {}
