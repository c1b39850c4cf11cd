package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** order-change.bpmn and change-approval.bpmn: a change is checked, approved and applied, or comes to nothing on a drawn path. */
class OrderChangeProcessTest extends ProcessTest {

    private static final String CHANGE = "OCH-2627-000004";

    @BeforeEach
    void deployChange() {
        deploy("amendment/order-change.bpmn", "amendment/order-change-approval.dmn");
        standIn("change-approval");
        steps.lists("openApprovals", List.of());
        steps.writes(
                "judgeChange",
                with(
                        "increase", 1000.0,
                        "decreasePercent", 0.0,
                        "worstDiscount", 0.0,
                        "marginPercent", 30.0,
                        "belowFloor", false,
                        "creditExcess", 0.0,
                        "placeChanges", false));
    }

    @ParameterizedTest
    @CsvSource({
        "APPLIED, ChangeApplied",
        "REFUSED, ChangeNotApproved",
        "OVERTAKEN, ChangeOvertaken",
        "NEW, ChangeOvertaken"
    })
    void whatTheSalesDeskProposesGoesStraightToItsApprovals(String outcome, String end) {
        steps.writes("applyChange", Map.of("changeOutcome", outcome));

        ProcessInstance change = change(false);

        assertThat(change).isEnded().hasPassed("ApplyChange", end).hasNotPassed("CheckChange");
    }

    @Test
    void itIsAppliedOnceEveryApprovalIsDecided() {
        steps.lists("openApprovals", List.of(1L, 2L));
        steps.writes("applyChange", Map.of("changeOutcome", "APPLIED"));

        ProcessInstance change = change(false);

        assertThat(change).isWaitingAt("ChangeApprovals");
        Assertions.assertThat(running("change-approval")).isEqualTo(2);
        finish("change-approval", Map.of());
        assertThat(change).hasNotPassed("ApplyChange");
        finish("change-approval", Map.of());
        runJobs();
        assertThat(change).isEnded().hasPassed("ChangeApplied");
    }

    @Test
    void whatTheBuyerWantsIsCheckedFirst() {
        steps.writes("applyChange", Map.of("changeOutcome", "APPLIED"));
        ProcessInstance change = change(true);

        assertThat(change).isWaitingAt("CheckChange").hasNotPassed("JudgeChange");
        assertThat(task()).hasCandidateGroup("sales-desk");
        complete(with("changeDecision", "ACCEPT"));

        assertThat(change).isEnded().hasPassed("AcceptChange", "JudgeChange", "ChangeApplied");
    }

    @Test
    void theSalesDeskMayRefuse() {
        ProcessInstance change = change(true);

        complete(with("changeDecision", "REFUSE", "changeNote", "It is on the truck"));

        assertThat(change)
                .isEnded()
                .hasPassed("RefuseChange", "ChangeRefusedBySales")
                .hasNotPassed("ApplyChange");
    }

    @Test
    void itEndsWhereverItWaitsOnceNobodyWantsIt() {
        ProcessInstance checked = change(true);
        Assertions.assertThat(tell("ChangeOver")).isOne();
        assertThat(checked).isEnded().hasPassed("NothingToChange");

        steps.lists("openApprovals", List.of(1L));
        ProcessInstance approved = change(false);
        assertThat(approved).isWaitingAt("ChangeApprovals");
        tell("ChangeOver");
        assertThat(approved).isEnded();
        Assertions.assertThat(running("change-approval")).isZero();
    }

    private ProcessInstance change(boolean byBuyer) {
        return startAndRun(
                "order-change",
                with(
                        "orderNumber",
                        "SO-2627-000003",
                        "changeNumber",
                        CHANGE,
                        "buyerName",
                        "Sahyadri Agro",
                        "byBuyer",
                        byBuyer));
    }

    @Nested
    class OneDecision {

        @BeforeEach
        void deployApproval() {
            deploy("amendment/change-approval.bpmn");
            steps.writes(
                    "lookUpChangeApproval",
                    with("approverGroup", "finance", "approvalWords", "credit over limit", "escalateAfter", "P2D"));
        }

        @Test
        void isTakenByTheGroupThatOwnsTheKind() {
            ProcessInstance approval = approval();
            assertThat(task())
                    .hasCandidateGroup("finance")
                    .hasName("Approve credit over limit of change · SO-2627-000003 · Sahyadri Agro");
            complete(with("decision", "APPROVED"));
            assertThat(approval).isEnded().hasPassed("RecordChangeDecision", "ChangeDecided");
        }

        @Test
        void isEscalatedAndCalledOff() {
            ProcessInstance approval = approval();
            pass(Duration.ofDays(2));
            assertThat(approval).hasPassed("EscalateChangeApproval").isWaitingAt("ApproveChange");
            Assertions.assertThat(tell("ApprovalVoided")).isOne();
            assertThat(approval).isEnded().hasPassed("NothingToDecide").hasNotPassed("RecordChangeDecision");
        }

        private ProcessInstance approval() {
            // the latest definition, not the stand-in
            return startAndRun(
                    "change-approval",
                    with(
                            "orderNumber",
                            "SO-2627-000003",
                            "changeNumber",
                            CHANGE,
                            "buyerName",
                            "Sahyadri Agro",
                            "approvalId",
                            7L));
        }
    }
}
