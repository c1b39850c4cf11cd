package io.tradeflow.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to an outside system that stock of a product has changed.
 *
 * @param payload null until it is composed
 * @param sentAt null until the other side has it
 */
public record WebhookDelivery(
        long id,
        long webhookId,
        String url,
        String sku,
        UUID eventId,
        Instant queuedAt,
        String payload,
        Instant sentAt,
        int attempts,
        String lastError) {}
