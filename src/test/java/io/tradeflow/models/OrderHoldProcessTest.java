package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** order-hold.bpmn: a held order is released by whoever owns the reason, late ones with the directors' help, or not at all. */
class OrderHoldProcessTest extends ProcessTest {

    @BeforeEach
    void deployHold() {
        deploy("ordering/order-hold.bpmn", "fulfilment/stock-hold.dmn");
        steps.writes(
                "lookUpHold",
                with(
                        "releasingGroup", "finance",
                        "escalateAfter", "P2D",
                        "holdReason", "ORDER_HELD",
                        "segment", "TRADE"));
    }

    @Test
    void theOwnerOfTheReasonReleasesTheOrder() {
        ProcessInstance hold = held();

        assertThat(hold).isWaitingAt("ReleaseOrder");
        assertThat(task()).hasCandidateGroup("finance").hasName("Release order · SO-2627-000003 · Sahyadri Agro");
        complete(with("releaseReason", "paid"));

        assertThat(hold).isEnded().hasPassed("ReleaseHold", "OrderGoesOn");
    }

    @Test
    void directorsAreCalledInAndTheTaskStays() {
        ProcessInstance hold = held();

        pass(Duration.ofDays(2));

        assertThat(hold).hasPassed("EscalateHold", "DirectorsAreCalledIn").isWaitingAt("ReleaseOrder");
        complete(with("releaseReason", "paid"));
        assertThat(hold).isEnded();
    }

    @Test
    void aHoldThatEndedOnAnotherWayNeedsNobody() {
        ProcessInstance hold = held();

        Assertions.assertThat(tell("HoldEnded")).isOne();

        assertThat(hold).isEnded().hasPassed("NothingToRelease").hasNotPassed("ReleaseHold");
    }

    @Test
    void anOrderOnHoldKeepsItsTurnForAWhileOnly() {
        ProcessInstance hold = held();
        Assertions.assertThat(variable(hold, "keepsTurnFor")).isEqualTo("P3D");

        pass(Duration.ofDays(2));
        Assertions.assertThat(steps.played()).doesNotContain("letOthersPass");
        pass(Duration.ofDays(1));

        assertThat(hold).hasPassed("LetOthersPass", "OthersGoFirst").isWaitingAt("ReleaseOrder");
        complete(with("releaseReason", "paid"));
        assertThat(hold).isEnded();
    }

    private ProcessInstance held() {
        return startAndRun(
                "order-hold", with("orderNumber", "SO-2627-000003", "buyerName", "Sahyadri Agro", "holdId", 7L));
    }
}
