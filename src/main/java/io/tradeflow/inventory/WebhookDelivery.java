package io.tradeflow.inventory;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to an outside system that stock of a product has changed.
 *
 * @param eventId known to the other side once it was sent; another content has another id
 * @param upTo position of the latest change it stands for
 * @param payload null until it is composed
 * @param notBefore when it is tried again, null where it waits for nothing but its turn
 * @param sentAt null until the other side has it
 */
public record WebhookDelivery(
        long id,
        long webhookId,
        String url,
        String sku,
        UUID eventId,
        Instant queuedAt,
        long upTo,
        String payload,
        Instant notBefore,
        Instant sentAt,
        int attempts,
        String lastError) {}
