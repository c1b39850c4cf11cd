package io.tradeflow.engine;

/** A member of staff as others address them; {@code email} may be null. */
public record StaffMember(String userId, String name, String email) {}
