package io.tradeflow.approval;

import java.util.List;

/** These open approvals are void: nobody has to decide them any more. Published in the transaction that voids them. */
public record ApprovalsVoided(String dealNumber, String subjectNumber, List<Long> approvalIds, String reason) {

    public ApprovalsVoided {
        approvalIds = List.copyOf(approvalIds);
    }
}
