package io.tradeflow.inventory;

/** A message to an outside system is in the outbox; published in the transaction that put it there. */
public record WebhookQueued(long deliveryId, String sku, String url) {}
