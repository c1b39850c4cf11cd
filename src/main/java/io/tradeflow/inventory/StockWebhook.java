package io.tradeflow.inventory;

import java.time.Instant;

/**
 * An outside system that is told when stock changes.
 *
 * @param secret what its messages are signed with
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
        long waiting,
        long failing) {}
