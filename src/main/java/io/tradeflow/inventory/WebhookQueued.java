package io.tradeflow.inventory;

/** Messages to an outside system wait in the outbox and may be sent now; published in the transaction that looked. */
public record WebhookQueued(long webhookId, String url) {}
