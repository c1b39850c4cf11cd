package io.tradeflow.notification;

/** A mail is in the outbox for the first time; published in the transaction that put it there. */
public record MailQueued(long mailId, String dealNumber, String to, String subject) {}
