package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** approval.bpmn: one decision, and what happens when nobody takes it. */
class ApprovalProcessTest extends ProcessTest {

    private static final String TITLE = "Approve discount 18 % · QTN-2627-000007 · Sahyadri Agro · ₹4.2 lakh";

    @BeforeEach
    void deployApproval() {
        deploy("approval/approval.bpmn", "approval/approval-routing.dmn");
        steps.writes("lookUpApproval", Map.of("approvalKind", "DISCOUNT", "taskTitle", TITLE));
        steps.acts("assignApprover", step -> step.setVariable("approvalDue", in(Duration.ofDays(1))));
    }

    @Test
    void theTaskSaysWhatIsToBeDecidedByWhomAndUntilWhen() {
        ProcessInstance approval = request(18.0);

        assertThat(approval).isWaitingAt("DecideApproval");
        assertThat(task()).hasName(TITLE).hasCandidateGroup("sales-managers").isNotAssigned();
        Assertions.assertThat(task().getDueDate()).isEqualTo(variable(approval, "approvalDue"));
        Assertions.assertThat(task().getPriority()).isEqualTo(70);
        Assertions.assertThat(variable(approval, "dueIn")).isEqualTo("P1D");
    }

    @Test
    void aHighDiscountGoesToTheDirectors() {
        request(25.5);

        assertThat(task()).hasCandidateGroup("directors");
    }

    @Test
    void theDecisionIsRecordedInTheTransactionThatCompletesTheTask() {
        ProcessInstance approval = request(18.0);

        engine.getTaskService().complete(task().getId(), Map.of("decision", "APPROVED"));

        assertThat(approval).isEnded().hasPassed("RecordDecision", "ApprovalDecided");
        Assertions.assertThat(steps.played()).endsWith("recordDecision");
    }

    @Test
    void aRefusedDecisionLeavesTheTaskOpen() {
        steps.acts("recordDecision", step -> {
            throw new IllegalStateException("four-eyes");
        });
        ProcessInstance approval = request(18.0);

        Assertions.assertThatThrownBy(() -> complete(Map.of("decision", "APPROVED")))
                .hasMessage("four-eyes");

        assertThat(approval).isWaitingAt("DecideApproval");
    }

    @Test
    void whatIsOverdueIsEscalatedOnceAndStaysOpen() {
        ProcessInstance approval = request(18.0);

        pass(Duration.ofHours(23));
        assertThat(approval).hasNotPassed("EscalateApproval");
        pass(Duration.ofHours(1));

        assertThat(approval).isWaitingAt("DecideApproval").hasPassed("EscalateApproval", "ApprovalEscalated");
        Assertions.assertThat(variable(approval, "escalationGroup")).isEqualTo("directors");
        pass(Duration.ofDays(30));
        Assertions.assertThat(steps.played()).containsOnlyOnce("escalateApproval");
        complete(Map.of("decision", "REJECTED"));
        assertThat(approval).isEnded();
    }

    @Test
    void nothingIsEscalatedAfterTheDecision() {
        request(18.0);
        complete(Map.of("decision", "APPROVED"));

        pass(Duration.ofDays(2));

        Assertions.assertThat(steps.played()).doesNotContain("escalateApproval");
    }

    private ProcessInstance request(double discountPercent) {
        return startAndRun(
                "approval",
                with(
                        "approvalId",
                        11L,
                        "quoteNumber",
                        NUMBER,
                        "buyerName",
                        "Sahyadri Agro",
                        "quoteValue",
                        420000.0,
                        "discountPercent",
                        discountPercent,
                        "worstLineDiscount",
                        discountPercent,
                        "marginPercent",
                        22.0));
    }
}
