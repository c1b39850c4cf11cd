package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** stock-reconciliation.bpmn: checked every night, repaired by operations until all agrees. */
class StockReconciliationProcessTest extends ProcessTest {

    @BeforeEach
    void deployReconciliation() {
        steps.beans().put("stockCheckCycle", "0 30 2 * * ?");
        deploy("inventory/stock-reconciliation.bpmn");
    }

    @Test
    void everyNightTheBooksAreCheckedAndAgree() {
        steps.writes("checkStock", with("stockAgrees", true, "stockDifferences", 0));

        pass(Duration.ofDays(1));

        Assertions.assertThat(steps.played()).containsExactly("checkStock");
        Assertions.assertThat(running("stock-reconciliation")).isZero();
        Assertions.assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .activityId("BooksAgree")
                        .count())
                .isOne();

        pass(Duration.ofDays(1));

        Assertions.assertThat(steps.played()).as("and the next night").hasSize(2);
    }

    @Test
    void aDifferenceIsRepairedWithAReasonAndCheckedAgain() {
        steps.writes("checkStock", with("stockAgrees", false, "stockDifferences", 2));
        steps.writes("checkStock", with("stockAgrees", true, "stockDifferences", 0));
        ProcessInstance night = startedByHand();
        assertThat(night).isWaitingAt("LookAtDifferences");
        assertThat(task()).hasCandidateGroup("operations");
        Assertions.assertThat(task().getName()).isEqualTo("Repair stock · 2 balances differ");

        complete(with("repairDecision", "REPAIR", "repairReason", "Somebody typed SQL"));

        Assertions.assertThat(steps.played()).containsExactly("checkStock", "repairStock", "checkStock");
        assertThat(night).isEnded().hasPassed("RepairStock", "BooksAgree");
    }

    @Test
    void lookingAgainChecksWithoutRepairing() {
        steps.writes("checkStock", with("stockAgrees", false, "stockDifferences", 1));
        ProcessInstance night = startedByHand();

        complete(with("repairDecision", "LOOK_AGAIN"));

        assertThat(night).isWaitingAt("LookAtDifferences").hasNotPassed("RepairStock");
        Assertions.assertThat(steps.played()).containsExactly("checkStock", "checkStock");
    }

    private ProcessInstance startedByHand() {
        return startAndRun("stock-reconciliation", with());
    }
}
