package io.tradeflow.approval.process;

import io.tradeflow.approval.ApprovalsVoided;
import io.tradeflow.engine.ProcessMessages;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes void approvals off the approvers' lists, in the transaction that voids them. */
@Component
class CloseVoidApprovals {

    private final ProcessMessages messages;

    CloseVoidApprovals(ProcessMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void voided(ApprovalsVoided event) {
        event.approvalIds().forEach(id -> messages.tell(event.dealNumber(), "ApprovalVoided", "approvalId", id));
    }
}
