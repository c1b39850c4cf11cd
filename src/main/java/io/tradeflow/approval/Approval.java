package io.tradeflow.approval;

import java.time.Instant;

/** One decision asked for, and taken once {@code outcome} is there. {@code kind} as required-approvals.dmn names it. */
public record Approval(
        long id,
        String dealNumber,
        ApprovalSubject subject,
        String kind,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Outcome outcome,
        String decidedBy,
        String comment,
        Instant decidedAt) {

    public enum Outcome {
        APPROVED,
        REJECTED,
        SENT_BACK
    }
}
