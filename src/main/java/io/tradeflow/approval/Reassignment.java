package io.tradeflow.approval;

import java.time.Instant;

/**
 * An open approval was handed to a person.
 *
 * @param fromName who had it before: a person or the groups it lay with
 * @param reason why, for the audit trail
 */
public record Reassignment(
        long id,
        long approvalId,
        String fromName,
        String toId,
        String toName,
        String reason,
        String reassignedBy,
        Instant reassignedAt) {}
