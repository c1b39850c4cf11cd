package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** consignment.bpmn: from the gate to the consignee, or to wherever the goods end. */
class ConsignmentProcessTest extends ProcessTest {

    private static final String SHIPMENT = "SHP-2627-000001";

    @BeforeEach
    void deployConsignment() {
        deploy("dispatch/consignment.bpmn");
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED,      ConsignmentDelivered",
        "PARTLY_REFUSED, ConsignmentDeliveredInPart",
        "REFUSED,        ConsignmentRefused",
        "LOST,           ConsignmentLost"
    })
    void whatTheCarrierReportsEndsIt(String outcome, String end) {
        onItsWay();
        onItsWay();
        stands(outcome);
        ProcessInstance consignment = follow();
        assertThat(consignment).isWaitingAt("WaitForCarrier");

        Assertions.assertThat(tell("ConsignmentMoved")).isOne();
        assertThat(consignment).isWaitingAt("WaitForCarrier");
        Assertions.assertThat(tell("ConsignmentMoved")).isOne();

        assertThat(consignment).isEnded().hasPassed(end).hasNotPassed("ChaseConsignment");
    }

    @ParameterizedTest
    @CsvSource({"DELIVERED, ConsignmentDelivered", "REFUSED, ConsignmentRefused", "LOST, ConsignmentLost"})
    void anOverdueOneIsChasedAndWhatIsFoundOutEndsIt(String outcome, String end) {
        onItsWay();
        stands(outcome);
        ProcessInstance consignment = follow();

        pass(Duration.ofDays(3));

        assertThat(consignment).isWaitingAt("ChaseConsignment").hasPassed("TellDelay");
        assertThat(task())
                .hasCandidateGroup("warehouse")
                .hasName("Chase consignment · " + SHIPMENT + " · VRL · Sahyadri Agro");
        Assertions.assertThat(task().getDueDate()).isAfter(task().getCreateTime());
        complete(Map.of("chaseOutcome", outcome));
        assertThat(consignment).isEnded().hasPassed("RecordChase", end);
        Assertions.assertThat(steps.played()).filteredOn("tellDelay"::equals).hasSize(1);
    }

    @Test
    void aNewDayIsWaitedForAndChasedAgain() {
        onItsWay();
        ProcessInstance consignment = follow();
        pass(Duration.ofDays(3));

        complete(Map.of("chaseOutcome", "WAIT", "expectedOn", "2026-12-24"));
        assertThat(consignment).isWaitingAt("WaitForCarrier");
        pass(Duration.ofDays(3));

        assertThat(consignment).isWaitingAt("ChaseConsignment");
        Assertions.assertThat(steps.played()).filteredOn("tellDelay"::equals).hasSize(2);
    }

    @Test
    void whatTheCarrierReportsMeanwhileTakesTheTaskAway() {
        onItsWay();
        stands("DELIVERED");
        ProcessInstance consignment = follow();
        pass(Duration.ofDays(3));
        assertThat(consignment).isWaitingAt("ChaseConsignment");

        Assertions.assertThat(tell("ConsignmentMoved")).isOne();

        assertThat(consignment).isEnded().hasPassed("ReportedMeanwhile", "ConsignmentDelivered");
        Assertions.assertThat(task()).isNull();
        Assertions.assertThat(steps.played()).doesNotContain("recordChase");
    }

    @Test
    void whatWasReportedBeforeItIsFollowedIsSeenAtOnce() {
        stands("DELIVERED");

        assertThat(follow()).isEnded().hasPassed("ConsignmentDelivered").hasNotPassed("WaitForCarrier");
    }

    private void onItsWay() {
        steps.acts("checkConsignment", step -> {
            step.setVariable("consignmentOutcome", "ON_ITS_WAY");
            step.setVariable("transitDueAt", in(Duration.ofDays(3)));
        });
    }

    private void stands(String outcome) {
        steps.writes("checkConsignment", Map.of("consignmentOutcome", outcome));
    }

    private ProcessInstance follow() {
        return startAndRun(
                "consignment", with("shipmentNumber", SHIPMENT, "carrierName", "VRL", "buyerName", "Sahyadri Agro"));
    }
}
