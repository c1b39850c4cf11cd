package io.tradeflow.approval;

import java.util.List;
import java.util.Set;

/**
 * The approvals one content needs.
 *
 * @param requestedBy user id of who answers for the content
 * @param makers user ids of all who prepared it; neither they nor {@code requestedBy} may approve it
 * @param reason the facts to be judged, in one sentence for the approver
 * @param needs at most one for each kind; empty records that none is needed
 */
public record ApprovalRequest(
        String dealNumber,
        ApprovalSubject subject,
        String requestedBy,
        Set<String> makers,
        String reason,
        List<ApprovalNeed> needs) {

    public ApprovalRequest {
        makers = Set.copyOf(makers);
        needs = List.copyOf(needs);
    }
}
