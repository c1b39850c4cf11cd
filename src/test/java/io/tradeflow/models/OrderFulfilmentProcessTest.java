package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** order-fulfilment.bpmn: allocate, ship and allocate again until nothing is open. */
class OrderFulfilmentProcessTest extends ProcessTest {

    private static final String ORDER = "SO-2627-000003";
    private static final String FIRST = "SHP-2627-000001";
    private static final String SECOND = "SHP-2627-000002";

    @BeforeEach
    void deployFulfilment() {
        deploy(
                "fulfilment/order-fulfilment.bpmn",
                "fulfilment/warehouse-routing.dmn",
                "fulfilment/allocation-terms.dmn");
        standIn("shipment");
        standIn("shortage");
    }

    @Test
    void anOrderInStockIsDeliveredInOneGo() {
        allocations("ALL", "NOTHING_OPEN");
        steps.lists("plannedShipments", List.of(FIRST));
        ProcessInstance fulfilment = fulfil();

        assertThat(fulfilment).isWaitingAt("Shipments");
        Assertions.assertThat(variable(fulfilment, "preferredWarehouse")).isEqualTo("PUN");
        Assertions.assertThat(handedTo("shipment"))
                .containsEntry("shipmentNumber", FIRST)
                .containsEntry("orderNumber", ORDER)
                .containsEntry("buyerName", "Sahyadri Agro");
        finish("shipment", Map.of());
        runJobs();

        assertThat(fulfilment).isEnded().hasPassed("OrderDelivered");
    }

    @Test
    void shipmentsOfSeveralWarehousesRunAtTheSameTime() {
        allocations("ALL", "NOTHING_OPEN");
        steps.lists("plannedShipments", List.of(FIRST, SECOND));
        ProcessInstance fulfilment = fulfil();

        Assertions.assertThat(running("shipment")).isEqualTo(2);
        finish("shipment", Map.of());
        runJobs();
        assertThat(fulfilment).isWaitingAt("Shipments");
        finish("shipment", Map.of());
        runJobs();

        assertThat(fulfilment).isEnded().hasPassed("OrderDelivered");
    }

    @Test
    void theLastShipmentCommitsBeforeStockIsAllocatedAgain() {
        allocations("ALL", "NOTHING_OPEN");
        steps.lists("plannedShipments", List.of(FIRST));
        fulfil();

        finish("shipment", Map.of());

        Assertions.assertThat(steps.played()).containsOnlyOnce("allocateStock");
        Assertions.assertThat(running("shipment")).isZero();
        runJobs();
        Assertions.assertThat(steps.played()).endsWith("allocateStock");
    }

    @Test
    void aHeldOrderIsAllocatedWhenItIsReleased() {
        allocations("HELD", "ALL", "NOTHING_OPEN");
        steps.lists("plannedShipments", List.of(FIRST));
        ProcessInstance fulfilment = fulfil();

        assertThat(fulfilment).isWaitingAt("OrderIsReleased").hasNotPassed("PlanShipments");
        Assertions.assertThat(tell("StockArrived")).isZero();
        Assertions.assertThat(tell("OrderReleased")).isOne();
        assertThat(fulfilment).isWaitingAt("Shipments");
    }

    @Test
    void nothingPlannedLeadsBackToAllocating() {
        allocations("PART", "NOTHING_OPEN");
        steps.lists("plannedShipments", List.of());
        ProcessInstance fulfilment = fulfil();

        assertThat(fulfilment).isEnded().hasPassed("OrderDelivered");
        Assertions.assertThat(steps.played()).containsExactly("allocateStock", "planShipments", "allocateStock");
    }

    @Test
    void whatIsMissingIsSentWhenStockArrives() {
        allocations("PART", "NONE", "ALL", "NOTHING_OPEN");
        steps.lists("plannedShipments", List.of(FIRST), List.of(SECOND));
        ProcessInstance fulfilment = fulfil();
        Assertions.assertThat(tell("StockArrived")).isZero();
        finish("shipment", Map.of());
        runJobs();

        assertThat(fulfilment).isWaitingAt("WaitForStock");
        Assertions.assertThat(tell("StockArrived")).isOne();
        assertThat(fulfilment).isWaitingAt("Shipments");
        Assertions.assertThat(handedTo("shipment")).containsEntry("shipmentNumber", SECOND);
        finish("shipment", Map.of());
        runJobs();

        assertThat(fulfilment).isEnded().hasPassed("OrderDelivered");
    }

    @Test
    void aShortageIsReviewedAfterThreeDaysAndMayBeWaitedOut() {
        allocations("NONE");
        ProcessInstance fulfilment = fulfil();

        pass(Duration.ofDays(2));
        assertThat(fulfilment).isWaitingAt("WaitForStock");
        pass(Duration.ofDays(1));
        assertThat(fulfilment).isWaitingAt("Shortage");
        Assertions.assertThat(handedTo("shortage"))
                .containsEntry("orderNumber", ORDER)
                .containsEntry("buyerName", "Sahyadri Agro")
                .containsEntry("segment", "INDUSTRY");
        finish("shortage", Map.of("shortageOutcome", "OPEN"));
        runJobs();

        assertThat(fulfilment).isWaitingAt("WaitForStock");
        pass(Duration.ofDays(3));
        assertThat(fulfilment).isWaitingAt("Shortage");
    }

    @Test
    void theNextReviewIsOnTheDayThatWasNamed() {
        allocations("NONE");
        ProcessInstance fulfilment = fulfil();
        pass(Duration.ofDays(3));

        finish("shortage", Map.of("shortageOutcome", "OPEN", "shortageReviewIn", "P10D"));
        runJobs();
        pass(Duration.ofDays(9));

        assertThat(fulfilment).isWaitingAt("WaitForStock");
        pass(Duration.ofDays(1));
        assertThat(fulfilment).isWaitingAt("Shortage");
    }

    @Test
    void aShortageMayBeClosedShort() {
        allocations("NONE");
        ProcessInstance fulfilment = fulfil();
        pass(Duration.ofDays(3));

        finish("shortage", Map.of("shortageOutcome", "CLOSED"));

        assertThat(fulfilment).isEnded().hasPassed("OrderShortClosed");
    }

    @Test
    void aShortageThatEndsBecauseStockIsThereLeadsBackToAllocating() {
        allocations("NONE", "ALL");
        steps.lists("plannedShipments", List.of(FIRST));
        ProcessInstance fulfilment = fulfil();
        pass(Duration.ofDays(3));

        finish("shortage", Map.of());
        runJobs();

        assertThat(fulfilment).isWaitingAt("Shipments");
    }

    @Test
    void anEmptyOrderEndsAtOnce() {
        allocations("NOTHING_OPEN");

        assertThat(fulfil()).isEnded().hasPassed("OrderDelivered").hasNotPassed("PlanShipments");
    }

    @Test
    void whoWaitsForStockMayCancelTheRest() {
        allocations("PART", "NONE");
        steps.lists("plannedShipments", List.of(FIRST));
        ProcessInstance fulfilment = fulfil();
        finish("shipment", Map.of());
        runJobs();
        assertThat(fulfilment).isWaitingAt("WaitForStock");

        Assertions.assertThat(tell("RestCancelled")).isOne();

        assertThat(fulfilment).isEnded().hasPassed("RestIsCancelled", "OrderShortClosed");
    }

    @Test
    void aShortageThatIsDecidedNeedsNoDecisionWhenTheRestIsCancelled() {
        allocations("NONE");
        ProcessInstance fulfilment = fulfil();
        pass(Duration.ofDays(3));
        assertThat(fulfilment).isWaitingAt("Shortage");

        Assertions.assertThat(tell("RestCancelled")).isOne();

        assertThat(fulfilment).isEnded().hasPassed("RestIsCancelledMeanwhile", "OrderShortClosed");
        Assertions.assertThat(running("shortage")).isZero();
    }

    private void allocations(String... outcomes) {
        for (String outcome : outcomes) {
            steps.writes("allocateStock", Map.of("allocationOutcome", outcome));
        }
    }

    private ProcessInstance fulfil() {
        return startAndRun(
                "order-fulfilment",
                with(
                        "orderNumber", ORDER,
                        "buyerName", "Sahyadri Agro",
                        "segment", "INDUSTRY",
                        "shipToState", "27",
                        "orderValue", 420000.0));
    }
}
