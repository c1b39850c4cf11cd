package io.tradeflow.approval.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.tradeflow.approval.Approvals;
import io.tradeflow.approval.WorkingTime;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the routing table says is read: all of it, but for approvals that began before it said so much. */
class AssignApproverTest {

    private static final Instant DUE = Instant.parse("2026-11-27T10:00:00Z");

    private final Approvals approvals = mock(Approvals.class);
    private final WorkingTime workingTime = mock(WorkingTime.class);
    private final DelegateExecution execution = mock(DelegateExecution.class);
    private final AssignApprover step = new AssignApprover(approvals, workingTime);

    @BeforeEach
    void aRouteIsFound() {
        when(workingTime.fromNow(any())).thenReturn(DUE);
        when(execution.getVariable("approverGroup")).thenReturn("sales-managers");
        when(execution.getVariable("dueIn")).thenReturn("P1D");
        when(execution.getVariable("remindAfter")).thenReturn("PT4H");
        when(execution.getVariable("approvalId")).thenReturn(5L);
    }

    @Test
    void anApprovalOfAnOlderModelGoesOnToItsNextLevel() throws Exception {
        step.execute(execution);

        verify(approvals).due(5L, DUE);
    }

    @Test
    void aTableWithoutTheLengthOfAClaimIsNamed() {
        when(execution.hasVariable("claimLasts")).thenReturn(true);

        assertThatThrownBy(() -> step.execute(execution)).hasMessageContaining("claimLasts");
    }
}
