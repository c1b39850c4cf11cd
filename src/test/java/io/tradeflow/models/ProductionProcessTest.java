package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** production.bpmn: what is asked of the plant is watched until it is booked in. */
class ProductionProcessTest extends ProcessTest {

    @BeforeEach
    void deployProduction() {
        deploy("fulfilment/production.bpmn");
        steps.acts("watchProduction", step -> {
            step.setVariable("productionSku", "BV-025-SS");
            step.setVariable("productionDueAt", in(Duration.ofDays(5)));
        });
    }

    @Test
    void goodsThatAreBookedInEndTheWatch() {
        ProcessInstance production = produce();
        assertThat(production).isWaitingAt("AwaitProduction");

        Assertions.assertThat(tell("ProductionReceived")).isOne();

        assertThat(production).isEnded().hasPassed("ProductionReceived");
    }

    @Test
    void anotherDayIsWatchedAnew() {
        ProcessInstance production = produce();
        pass(Duration.ofDays(4));

        tell("ProductionRescheduled");
        pass(Duration.ofDays(4));

        assertThat(production).isWaitingAt("AwaitProduction");
        pass(Duration.ofDays(1));
        assertThat(production).isWaitingAt("ChaseProduction");
    }

    @Test
    void whatIsLateIsChasedUntilThereIsANewDay() {
        ProcessInstance production = produce();
        pass(Duration.ofDays(5));

        assertThat(production).isWaitingAt("ChaseProduction");
        assertThat(task()).hasCandidateGroup("stock-planners").hasName("Late production · PRD-2627-000001 · BV-025-SS");
        complete(Map.of("newDate", "2026-12-24"));

        assertThat(production).isWaitingAt("AwaitProduction");
        Assertions.assertThat(steps.played())
                .containsExactly("watchProduction", "rescheduleProduction", "watchProduction");
    }

    @Test
    void goodsThatComeWhileTheyAreChasedEndIt() {
        ProcessInstance production = produce();
        pass(Duration.ofDays(5));

        tell("ProductionReceived");

        assertThat(production).isEnded().hasPassed("ProductionReceivedLate");
    }

    @Test
    void productionMayBeCancelledBeforeAndAfterItsDay() {
        ProcessInstance early = produce();
        tell("ProductionCancelled");
        assertThat(early).isEnded().hasPassed("ProductionCancelled");

        ProcessInstance late = produce();
        pass(Duration.ofDays(5));
        tell("ProductionCancelled");
        assertThat(late).isEnded().hasPassed("ProductionCancelledLate");
    }

    private ProcessInstance produce() {
        return startAndRun("production", with("productionNumber", "PRD-2627-000001"));
    }
}
