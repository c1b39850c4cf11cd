package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wherever a deal waits it can be cancelled. The places are listed from the models themselves, so that a new one is tried without anybody
 * thinking of it.
 */
class CancellationEverywhereTest extends ProcessTest {

    private static final Map<String, Object> FACTS = with(
            "inquiryNumber", DEAL,
            "orderNumber", "SO-2627-000003",
            "quoteNumber", NUMBER,
            "changeNumber", "OCH-2627-000004",
            "buyerCode", "SAHYADRI",
            "buyerName", "Sahyadri Agro",
            "segment", "INDUSTRY",
            "holdId", 7L,
            "approvalId", 8L,
            "byBuyer", true,
            "releasingGroup", "finance",
            "approverGroup", "finance",
            "approvalWords", "credit",
            "escalateAfter", "P2D",
            "keepsTurnFor", "P3D",
            "shortageReviewIn", "P3D");

    @ParameterizedTest(name = "the deal at {0}")
    @MethodSource("waitsOfTheBackbone")
    void theDealIsCancelled(String place) {
        deploy(
                "inquiry/inquiry-to-invoice.bpmn",
                "inquiry/customer-segment.dmn",
                "ordering/payment-terms.dmn",
                "ordering/order-hold.dmn",
                "credit/credit-reaction.dmn");
        calledBy("inquiry/inquiry-to-invoice.bpmn");
        steps.lists("placedHolds", List.of(7L));
        ProcessInstance deal = startedAt("inquiry-to-invoice", place);

        Assertions.assertThat(tell("DealCancelled")).isOne();

        assertThat(deal).isEnded().hasPassed("CancelDeal", "DealCancelled");
        Assertions.assertThat(engine.getTaskService().createTaskQuery().count())
                .as("nobody has a task of it left")
                .isZero();
        Assertions.assertThat(engine.getManagementService().createJobQuery().count())
                .as("nothing is due for it")
                .isZero();
    }

    static Stream<String> waitsOfTheBackbone() {
        return waits("inquiry/inquiry-to-invoice.bpmn");
    }

    /** What is called by the backbone ends with it, wherever it is. */
    @ParameterizedTest(name = "fulfilment at {0}")
    @MethodSource("waitsOfFulfilment")
    void fulfilmentEndsWithTheDeal(String place) {
        deploy(
                "inquiry/inquiry-to-invoice.bpmn",
                "inquiry/customer-segment.dmn",
                "ordering/payment-terms.dmn",
                "ordering/order-hold.dmn",
                "credit/credit-reaction.dmn",
                "fulfilment/order-fulfilment.bpmn",
                "fulfilment/warehouse-routing.dmn");
        calledBy("fulfilment/order-fulfilment.bpmn");
        steps.lists("plannedShipments", List.of("SHP-2627-000001"));
        ProcessInstance deal = startedAt("inquiry-to-invoice", "OrderFulfilment");
        ProcessInstance fulfilment = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("order-fulfilment")
                .singleResult();
        engine.getRuntimeService().setVariables(fulfilment.getId(), FACTS);
        engine.getRuntimeService()
                .createProcessInstanceModification(fulfilment.getId())
                .startBeforeActivity(place)
                .cancelAllForActivity("RouteToWarehouse")
                .execute();

        tell("DealCancelled");

        assertThat(deal).isEnded();
        Assertions.assertThat(running("order-fulfilment")).isZero();
        Assertions.assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
        Assertions.assertThat(engine.getManagementService().createJobQuery().count())
                .isZero();
    }

    static Stream<String> waitsOfFulfilment() {
        return waits("fulfilment/order-fulfilment.bpmn");
    }

    /** What runs beside the backbone is called off by a message of its own once the order is cancelled. */
    @ParameterizedTest(name = "{0} at {2}")
    @MethodSource("waitsBeside")
    void whatRunsBesideItIsCalledOff(String model, String message, String place) {
        deploy(model);
        calledBy(model);
        steps.lists("openApprovals", List.of(8L));
        ProcessInstance beside = startedAt(model.replaceAll(".*/|\\.bpmn", ""), place);

        Assertions.assertThat(tell(message)).isOne();

        assertThat(beside).isEnded();
        Assertions.assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> waitsBeside() {
        return Map.of(
                        "ordering/order-hold.bpmn", "HoldEnded",
                        "amendment/order-change.bpmn", "ChangeOver",
                        "amendment/change-approval.bpmn", "ApprovalVoided")
                .entrySet()
                .stream()
                .flatMap(model -> waits(model.getKey())
                        .map(place -> org.junit.jupiter.params.provider.Arguments.of(
                                model.getKey(), model.getValue(), place)));
    }

    private ProcessInstance startedAt(String key, String place) {
        return engine.getRuntimeService()
                .createProcessInstanceByKey(key)
                .businessKey(DEAL)
                .setVariables(FACTS)
                .startBeforeActivity(place)
                .execute();
    }

    /** Processes that the model calls are stood in for, unless they are deployed. */
    private void calledBy(String model) {
        read(model).getModelElementsByType(CallActivity.class).stream()
                .map(CallActivity::getCalledElement)
                .distinct()
                .filter(called -> engine.getRepositoryService()
                                .createProcessDefinitionQuery()
                                .processDefinitionKey(called)
                                .count()
                        == 0)
                .forEach(this::standIn);
    }

    /** Where an instance of the model can come to rest: tasks of people, messages, timers, called processes. */
    private static Stream<String> waits(String model) {
        BpmnModelInstance read = read(model);
        return Stream.of(
                        UserTask.class,
                        ReceiveTask.class,
                        IntermediateCatchEvent.class,
                        EventBasedGateway.class,
                        CallActivity.class)
                .flatMap(type -> ((Collection<? extends FlowNode>) read.getModelElementsByType(type)).stream())
                .filter(node -> !(node instanceof IntermediateCatchEvent) || !followsAnEventGateway(node))
                .map(FlowNode::getId);
    }

    private static boolean followsAnEventGateway(FlowNode node) {
        return node.getIncoming().stream().map(SequenceFlow::getSource).anyMatch(EventBasedGateway.class::isInstance);
    }

    private static BpmnModelInstance read(String model) {
        return Bpmn.readModelFromStream(CancellationEverywhereTest.class.getResourceAsStream("/processes/" + model));
    }
}
