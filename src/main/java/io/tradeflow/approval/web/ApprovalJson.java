package io.tradeflow.approval.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tradeflow.approval.Approval;
import java.time.Instant;

/** An approval; decided once {@code outcome} is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalJson(
        long id,
        String dealNumber,
        @Schema(description = "Number of the document it is about") String subject,
        int revision,
        @Schema(description = "SHA-256 over the material part of the content it is bound to") String contentHash,
        String kind,
        @Schema(description = "Which level decides, from 1") int level,
        @Schema(description = "How many levels this kind has here") int levels,
        @Schema(description = "What in the content asked for it, in words; for staff who see margins or may decide")
                String because,
        @Schema(description = "As because") String reason,
        @Schema(description = "User id of who asked") String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        Approval.Outcome outcome,
        String decidedBy,
        @Schema(description = "Name of who was away and is represented by decidedBy") String onBehalfOf,
        String comment,
        Instant decidedAt,
        @Schema(description = "Why the decision counts for nothing; absent while it counts") String voidReason) {

    static ApprovalJson of(Approval approval) {
        return of(approval, approval.because(), approval.reason());
    }

    /** For who is to know of the approval, but of no margins. */
    static ApprovalJson withoutReasons(Approval approval) {
        return of(approval, null, null);
    }

    private static ApprovalJson of(Approval approval, String because, String reason) {
        return new ApprovalJson(
                approval.id(),
                approval.dealNumber(),
                approval.subject().number(),
                approval.subject().revision(),
                approval.subject().contentHash(),
                approval.kind(),
                approval.level(),
                approval.levels(),
                because,
                reason,
                approval.requestedBy(),
                approval.requestedAt(),
                approval.dueAt(),
                approval.outcome(),
                approval.decidedBy(),
                approval.onBehalfOf(),
                approval.comment(),
                approval.decidedAt(),
                approval.voidReason());
    }
}
