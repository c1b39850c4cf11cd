package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** approval.bpmn: the levels of one kind, and what happens when nobody decides or nobody has to any more. */
class ApprovalProcessTest extends ProcessTest {

    private static final String TITLE = "Approve discount 18 % · QTN-2627-000007 · Sahyadri Agro · ₹4.2 lakh";

    @BeforeEach
    void deployApproval() {
        deploy("approval/approval.bpmn", "approval/approval-routing.dmn", "approval/approval-priority.dmn");
        steps.writes("lookUpApproval", level(1));
        steps.acts("assignApprover", step -> {
            step.setVariable("reminderAt", in(Duration.ofHours(4)));
            step.setVariable("approvalDue", in(Duration.ofDays(1)));
            step.setVariable("claimLookedAt", "R/PT2H");
        });
        steps.writes("recordDecision", Map.of("anotherLevel", false));
    }

    @Test
    void theTaskSaysWhatIsToBeDecidedByWhomAndUntilWhen() {
        ProcessInstance approval = request();

        assertThat(approval).isWaitingAt("DecideApproval");
        assertThat(task()).hasName(TITLE).hasCandidateGroup("sales-managers").isNotAssigned();
        Assertions.assertThat(task().getDueDate()).isEqualTo(variable(approval, "approvalDue"));
        Assertions.assertThat(task().getPriority()).isEqualTo(70);
        Assertions.assertThat(variable(approval, "dueIn")).isEqualTo("P1D");
        Assertions.assertThat(variable(approval, "remindAfter")).isEqualTo("PT4H");
        Assertions.assertThat(steps.played()).endsWith("offerApproval");
    }

    @Test
    void whatIsNeededSoonStandsFurtherUp() {
        steps.forgetParts("lookUpApproval");
        Map<String, Object> urgent = level(1);
        urgent.put("daysToNeed", 2);
        steps.writes("lookUpApproval", urgent);
        request();

        Assertions.assertThat(task().getPriority()).isEqualTo(85);
    }

    @Test
    void theDecisionIsRecordedInTheTransactionThatCompletesTheTask() {
        ProcessInstance approval = request();

        engine.getTaskService().complete(task().getId(), Map.of("decision", "APPROVED"));

        assertThat(approval).isEnded().hasPassed("RecordDecision", "ApprovalDecided");
        Assertions.assertThat(steps.played()).endsWith("recordDecision");
    }

    @Test
    void whenALevelHasApprovedTheNextOneIsAsked() {
        steps.writes("lookUpApproval", level(2));
        steps.forgetParts("recordDecision");
        steps.writes("recordDecision", Map.of("anotherLevel", true));
        steps.writes("recordDecision", Map.of("anotherLevel", false));
        ProcessInstance approval = request();
        assertThat(task()).hasCandidateGroup("sales-managers");

        complete(Map.of("decision", "APPROVED"));

        assertThat(approval).isWaitingAt("DecideApproval").hasNotPassed("ApprovalDecided");
        assertThat(task()).hasCandidateGroup("directors");
        Assertions.assertThat(links("sales-managers")).isZero();
        complete(Map.of("decision", "APPROVED"));
        assertThat(approval).isEnded().hasPassed("ApprovalDecided");
    }

    @Test
    void aRefusedDecisionLeavesTheTaskOpen() {
        steps.forgetParts("recordDecision");
        steps.acts("recordDecision", step -> {
            throw new IllegalStateException("four-eyes");
        });
        ProcessInstance approval = request();

        Assertions.assertThatThrownBy(() -> complete(Map.of("decision", "APPROVED")))
                .hasMessage("four-eyes");

        assertThat(approval).isWaitingAt("DecideApproval");
    }

    @Test
    void whatBecomesVoidIsNobodysWorkAnyMore() {
        ProcessInstance approval = request();

        Assertions.assertThat(tell("ApprovalVoided")).isEqualTo(1);

        assertThat(approval).isEnded().hasPassed("ApprovalVoid").hasNotPassed("RecordDecision");
        Assertions.assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    }

    @Test
    void theApproversAreRemindedOnceBeforeItIsDue() {
        ProcessInstance approval = request();

        pass(Duration.ofHours(3));
        Assertions.assertThat(steps.played()).doesNotContain("remindApprovers");
        pass(Duration.ofHours(1));

        assertThat(approval).isWaitingAt("DecideApproval").hasPassed("RemindApprovers", "ApproversReminded");
        pass(Duration.ofHours(10));
        Assertions.assertThat(steps.played())
                .containsOnlyOnce("remindApprovers")
                .doesNotContain("escalateApproval");
    }

    @Test
    void aForgottenClaimIsLookedForAgainAndAgainUntilTheDecision() {
        ProcessInstance approval = request();
        Assertions.assertThat(variable(approval, "claimLasts")).isEqualTo("P1D");

        pass(Duration.ofHours(2));
        pass(Duration.ofHours(2));

        assertThat(approval).isWaitingAt("DecideApproval").hasPassed("ReturnForgottenClaim", "ClaimSettled");
        long looked =
                steps.played().stream().filter("returnForgottenClaim"::equals).count();
        Assertions.assertThat(looked).isGreaterThanOrEqualTo(2);
        complete(Map.of("decision", "APPROVED"));
        pass(Duration.ofDays(1));
        Assertions.assertThat(steps.played().stream().filter("returnForgottenClaim"::equals))
                .hasSize((int) looked);
    }

    @Test
    void whatIsOverdueIsEscalatedOnceAndStaysOpen() {
        ProcessInstance approval = request();

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
        request();
        complete(Map.of("decision", "APPROVED"));

        pass(Duration.ofDays(2));

        Assertions.assertThat(steps.played()).doesNotContain("escalateApproval", "remindApprovers");
    }

    @Test
    void anAbsenceOffersApprovalsToTheDeputyFromItsBeginningToItsEnd() {
        deploy("approval/absence.bpmn");
        Date from = in(Duration.ofDays(1));
        Date until = in(Duration.ofDays(3));

        ProcessInstance absence = startAndRun("absence", Map.of("awayFrom", from, "awayUntil", until));

        assertThat(absence).isWaitingAt("AbsenceBegins");
        pass(Duration.ofDays(1));
        assertThat(absence).isWaitingAt("AbsenceEnds").hasPassed("OfferToDeputy");
        pass(Duration.ofDays(2));
        assertThat(absence).isEnded().hasPassed("TakeBackFromDeputy", "AbsenceOver");
        Assertions.assertThat(steps.played()).containsExactly("offerToDeputies", "offerToDeputies");
    }

    private long links(String group) {
        return engine.getTaskService().getIdentityLinksForTask(task().getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group::equals)
                .count();
    }

    private static Map<String, Object> level(int level) {
        return with("approvalKind", "DISCOUNT", "approvalLevel", level, "taskTitle", TITLE, "daysToNeed", null);
    }

    private ProcessInstance request() {
        return startAndRun("approval", facts());
    }

    private static Map<String, Object> facts() {
        return with(
                "approvalId",
                11L,
                "quoteNumber",
                NUMBER,
                "buyerName",
                "Sahyadri Agro",
                "quoteValue",
                420000.0,
                "discountPercent",
                18.0,
                "worstLineDiscount",
                18.0,
                "marginPercent",
                22.0);
    }
}
