package io.tradeflow.inventory;

/** An outside system that rests is tried at once; published in the transaction that decided it. */
public record WebhookResumed(long webhookId) {}
