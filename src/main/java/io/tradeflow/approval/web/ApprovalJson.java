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
        @Schema(description = "SHA-256 of the content it is bound to") String contentHash,
        String kind,
        String reason,
        @Schema(description = "User id of who asked") String requestedBy,
        Instant requestedAt,
        Approval.Outcome outcome,
        String decidedBy,
        String comment,
        Instant decidedAt) {

    static ApprovalJson of(Approval approval) {
        return new ApprovalJson(
                approval.id(),
                approval.dealNumber(),
                approval.subject().number(),
                approval.subject().revision(),
                approval.subject().contentHash(),
                approval.kind(),
                approval.reason(),
                approval.requestedBy(),
                approval.requestedAt(),
                approval.outcome(),
                approval.decidedBy(),
                approval.comment(),
                approval.decidedAt());
    }
}
