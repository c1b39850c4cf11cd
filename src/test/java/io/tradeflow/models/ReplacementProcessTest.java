package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** replacement.bpmn: who sends what is owed again. */
class ReplacementProcessTest extends ProcessTest {

    @BeforeEach
    void deployReplacement() {
        deploy("returns/replacement.bpmn");
        standIn("order-fulfilment");
    }

    @Test
    void whereNobodySendsTheGoodsTheOrderIsFulfilledAgain() {
        finds("OWED", "DONE");
        ProcessInstance replacement = replace();

        assertThat(replacement).isWaitingAt("OrderFulfilment");
        Assertions.assertThat(handedTo("order-fulfilment"))
                .containsEntry("orderNumber", "SO-2627-000003")
                .containsEntry("buyerName", "Sahyadri Agro");
        finish("order-fulfilment", Map.of());
        runJobs();

        assertThat(replacement).isEnded().hasPassed("CloseReplacement", "GoodsReplaced");
    }

    @Test
    void aFulfilmentThatStillRunsTakesThemUpAndIsLookedAtAgain() {
        finds("RUNNING", "RUNNING", "DONE");
        ProcessInstance replacement = replace();

        assertThat(replacement).isWaitingAt("LookAgain");
        pass(Duration.ofHours(1));
        assertThat(replacement).isWaitingAt("LookAgain");
        pass(Duration.ofHours(1));

        assertThat(replacement).isEnded().hasPassed("GoodsReplaced").hasNotPassed("OrderFulfilment");
    }

    @Test
    void aFulfilmentThatEndedWithoutThemIsFollowedByAnother() {
        finds("RUNNING", "OWED", "DONE");
        ProcessInstance replacement = replace();

        pass(Duration.ofHours(1));

        assertThat(replacement).isWaitingAt("OrderFulfilment");
    }

    private void finds(String... states) {
        for (String state : states) {
            steps.writes("findFulfilment", Map.of("replacementState", state));
        }
    }

    private ProcessInstance replace() {
        return startAndRun(
                "replacement",
                with(
                        "orderNumber", "SO-2627-000003",
                        "buyerName", "Sahyadri Agro",
                        "segment", "INDUSTRY",
                        "shipToState", "27",
                        "orderValue", 420000.0,
                        "lookAgainIn", "PT1H"));
    }
}
