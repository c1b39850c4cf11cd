package io.tradeflow.approval;

import java.time.Instant;

/**
 * One decision asked for, and taken once {@code outcome} is there. {@code kind} as required-approvals.dmn names it.
 *
 * @param level from 1; the next one is asked when this one has approved
 * @param levels how many there are for this kind
 * @param because what in the content asked for this kind
 * @param onBehalfOf name of who was away and is represented by {@code decidedBy}; null where nobody was
 * @param voidReason why the decision counts for nothing; null while it counts
 * @param current whether it is about the content that the subject has now
 */
public record Approval(
        long id,
        String dealNumber,
        ApprovalSubject subject,
        String kind,
        int level,
        int levels,
        String because,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        Outcome outcome,
        String decidedBy,
        String onBehalfOf,
        String comment,
        Instant decidedAt,
        String voidReason,
        boolean current) {

    public boolean isVoid() {
        return voidReason != null;
    }

    public enum Outcome {
        APPROVED,
        REJECTED,
        SENT_BACK
    }
}
