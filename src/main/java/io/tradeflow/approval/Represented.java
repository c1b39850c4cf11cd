package io.tradeflow.approval;

/** A person by user id and name: who is away while somebody else decides for them, or whom an approval is handed to. */
public record Represented(String userId, String name) {}
