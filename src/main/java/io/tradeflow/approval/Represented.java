package io.tradeflow.approval;

/** Who is away while somebody else decides for them. */
public record Represented(String userId, String name) {}
