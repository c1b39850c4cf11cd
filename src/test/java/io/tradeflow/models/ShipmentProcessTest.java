package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** shipment.bpmn: from the pick list to the carrier. */
class ShipmentProcessTest extends ProcessTest {

    private static final String SHIPMENT = "SHP-2627-000001";

    @BeforeEach
    void deployShipment() {
        deploy(
                "dispatch/eway-bill-step.dmn",
                "fulfilment/shipment.bpmn",
                "fulfilment/short-pick.dmn",
                "fulfilment/quality-inspection.dmn",
                "credit/credit-reaction.dmn");
        standIn("invoicing");
        steps.writes(
                "decideEwayBill",
                Map.of("ewayBillNeeded", true, "ewayBillMovement", "INTER", "ewayBillMode", "UNKNOWN"));
    }

    @Test
    void aShipmentIsPickedInspectedPackedInvoicedAndHandedOver() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));
        ProcessInstance shipment = ship();

        waitsFor(shipment, "PickGoods", "warehouse", "Pick · " + SHIPMENT + " · Sahyadri Agro · PUN");
        complete(Map.of("picked", "{\"1\":\"10\"}"));
        waitsFor(shipment, "InspectGoods", "quality", "Inspect · " + SHIPMENT + " · Sahyadri Agro");
        complete(Map.of("rejected", "{}"));
        waitsFor(shipment, "PackGoods", "warehouse", "Pack · " + SHIPMENT + " · Sahyadri Agro");
        complete(Map.of("packages", 2, "grossWeightKg", "14.5"));
        assertThat(shipment).isWaitingAt("Invoicing");
        Assertions.assertThat(handedTo("invoicing")).containsEntry("shipmentNumber", SHIPMENT);
        finish("invoicing", Map.of("invoiceNumber", "INV-2627-000009"));
        waitsFor(
                shipment,
                "HandOverToCarrier",
                "warehouse",
                "Hand over · " + SHIPMENT + " · INV-2627-000009 · Sahyadri Agro");
        complete(Map.of("mode", "ROAD", "carrier", "VRL"));

        assertThat(shipment).isEnded().hasPassed("DispatchGoods", "ShipmentDispatched");
        Assertions.assertThat(steps.played())
                .containsExactly(
                        "checkShipmentCredit",
                        "applyCreditReactions",
                        "releasePickList",
                        "recordPick",
                        "planInspection",
                        "recordInspection",
                        "recordPacking",
                        "issuePackingSlip",
                        "decideEwayBill",
                        "recordHandOver",
                        "dispatchGoods");
    }

    @Test
    void whereTheTableSaysSoTheEwayBillComesBeforeTheHandOver() throws IOException {
        String table = new String(
                ShipmentProcessTest.class
                        .getResourceAsStream("/processes/dispatch/eway-bill-step.dmn")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String first = "<outputEntry id=\"ewayBillStepRule2Out1\">\n          <text>\"BEFORE_HAND_OVER\"";
        engine.getRepositoryService()
                .createDeployment()
                .addString("eway-bill-step.dmn", table.replace(first.replace("BEFORE", "WITH"), first))
                .deploy();
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));
        ProcessInstance shipment = packed();

        waitsFor(shipment, "EnterEwayBill", "warehouse", "Record e-way bill · " + SHIPMENT + " · Sahyadri Agro");
        complete(Map.of("ewayBillNumber", "351008765432"));

        assertThat(shipment).isWaitingAt("HandOverToCarrier").hasPassed("RecordEwayBill");
    }

    @Test
    void whatNeedsNoEwayBillIsHandedOverAtOnce() {
        steps.forgetParts("decideEwayBill");
        steps.writes(
                "decideEwayBill",
                Map.of("ewayBillNeeded", false, "ewayBillMovement", "INTRA", "ewayBillMode", "UNKNOWN"));
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));

        ProcessInstance shipment = packed();

        assertThat(shipment).isWaitingAt("HandOverToCarrier").hasNotPassed("EnterEwayBill");
        Assertions.assertThat(variable(shipment, "ewayBillStep")).isEqualTo("NOT_NEEDED");
    }

    private ProcessInstance packed() {
        ProcessInstance shipment = ship();
        complete(Map.of("picked", "{}"));
        complete(Map.of("rejected", "{}"));
        complete(Map.of("packages", 1));
        finish("invoicing", Map.of("invoiceNumber", "INV-2627-000009"));
        return shipment;
    }

    @Test
    void whatNeedsNoInspectionIsPackedAtOnce() {
        steps.writes("releasePickList", facts("TRADE", false));
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.acts(
                "planInspection",
                step -> step.setVariable("inspectionNeeded", "INSPECT".equals(step.getVariable("inspection"))));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{}"));

        assertThat(shipment).isWaitingAt("PackGoods").hasNotPassed("InspectGoods");
        Assertions.assertThat(variable(shipment, "inspection")).isEqualTo("SKIP");
    }

    @Test
    void aSmallShortPickIsSettledByTheTableAndTheShipmentLeavesShort() {
        steps.writes("recordPick", Map.of("pickOutcome", "SHORT"));
        steps.writes("weighShortfall", weighed(5, true, "AS_READY", false));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"95\"}"));

        assertThat(shipment).isWaitingAt("InspectGoods").hasNotPassed("DecideShortPick");
    }

    @Test
    void aShortPickIsPickedAgainFromOtherGoods() {
        steps.writes("recordPick", Map.of("pickOutcome", "SHORT"));
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("weighShortfall", weighed(40, true, "AS_READY", false));
        steps.writes("repickGoods", Map.of("repickOutcome", "FOUND"));
        steps.writes("planInspection", Map.of("inspectionNeeded", false));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"6\"}"));
        waitsFor(shipment, "DecideShortPick", "stock-planners", "Decide short pick · " + SHIPMENT + " · Sahyadri Agro");
        complete(Map.of("shortPickDecision", "RE_PICK"));
        assertThat(shipment).isWaitingAt("PickGoods").hasPassed("RepickGoods");
        complete(Map.of("picked", "{\"2\":\"4\"}"));

        assertThat(shipment).isWaitingAt("PackGoods");
    }

    @Test
    void whereNothingElseIsFoundThePlannerIsAskedAgain() {
        steps.writes("recordPick", Map.of("pickOutcome", "SHORT"));
        steps.writes("weighShortfall", weighed(40, true, "AS_READY", false));
        steps.writes("repickGoods", Map.of("repickOutcome", "NONE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", false));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"6\"}"));
        complete(Map.of("shortPickDecision", "RE_PICK"));
        assertThat(shipment).isWaitingAt("DecideShortPick");
        complete(Map.of("shortPickDecision", "SPLIT"));

        assertThat(shipment).isWaitingAt("PackGoods").hasNotPassed("GiveGoodsBack");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHORT", "NOTHING"})
    void anOrderThatLeavesWholeGoesBackOnBackorder(String outcome) {
        steps.writes("recordPick", Map.of("pickOutcome", outcome));
        steps.writes("weighShortfall", weighed(5, false, "COMPLETE", "NOTHING".equals(outcome)));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"9\"}"));
        complete(Map.of("shortPickDecision", "BACKORDER", "shortPickNote", "The buyer wants all"));

        assertThat(shipment)
                .isEnded()
                .hasPassed("GiveGoodsBack", "GoodsBackOnOrder")
                .hasNotPassed("Invoicing");
    }

    @Test
    void nothingPickedAndNothingElseThereMeansNothingShipped() {
        steps.writes("recordPick", Map.of("pickOutcome", "NOTHING"));
        steps.writes("weighShortfall", weighed(100, false, "AS_READY", true));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"0\"}"));

        assertThat(shipment)
                .isEnded()
                .hasPassed("CloseEmptyShipment", "NothingShipped")
                .hasNotPassed("InspectGoods", "Invoicing");
    }

    @Test
    void nothingPassedMeansNothingShippedAndNothingInvoiced() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "NOTHING"));
        steps.writes("weighShortfall", weighed(100, false, "AS_READY", true));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"10\"}"));
        complete(Map.of("rejected", "{\"1\":\"10\"}", "remark", "damp"));

        assertThat(shipment).isEnded().hasPassed("NothingShipped").hasNotPassed("PackGoods", "Invoicing");
    }

    @Test
    void whatDoesNotPassIsPickedAgainAndOnlyThatIsInspectedAgain() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "SHORT"));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));
        steps.writes("weighShortfall", weighed(20, true, "AS_READY", false));
        steps.writes("repickGoods", Map.of("repickOutcome", "FOUND"));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"10\"}"));
        complete(Map.of("rejected", "{\"1\":\"2\"}", "remark", "damp"));
        complete(Map.of("shortPickDecision", "RE_PICK"));
        assertThat(shipment).isWaitingAt("PickGoods");
        complete(Map.of("picked", "{\"2\":\"2\"}"));
        assertThat(shipment).isWaitingAt("InspectGoods");
        complete(Map.of("rejected", "{}"));

        assertThat(shipment).isWaitingAt("PackGoods");
    }

    @Test
    void whatDoesNotPassMayStayOpenWhileTheRestIsPacked() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("planInspection", Map.of("inspectionNeeded", false));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "SHORT"));
        steps.writes("weighShortfall", weighed(20, true, "AS_READY", false));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"10\"}"));
        complete(Map.of("rejected", "{\"1\":\"2\"}", "remark", "damp"));
        complete(Map.of("shortPickDecision", "SPLIT"));

        assertThat(shipment).isWaitingAt("PackGoods");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PickGoods", "DecideShortPick", "InspectGoods", "PackGoods", "Invoicing", "HandOverToCarrier"})
    void aDealThatIsCancelledTakesItsShipmentAlongWhereverItWaits(String waiting) {
        deployCaller();
        steps.writes("releasePickList", facts("INDUSTRY", true));
        boolean isShort = waiting.equals("DecideShortPick");
        steps.writes("recordPick", Map.of("pickOutcome", isShort ? "SHORT" : "COMPLETE"));
        steps.writes("weighShortfall", weighed(40, true, "AS_READY", false));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));
        ProcessInstance deal = startAndRun("caller", shipped());
        for (int step = 0; !isAt(waiting); step++) {
            Assertions.assertThat(step).isLessThan(6);
            if (isAt("Invoicing")) {
                finish("invoicing", Map.of("invoiceNumber", "INV-2627-000009"));
                runJobs();
            } else {
                complete(Map.of());
            }
        }

        Assertions.assertThat(tell("DealCancelled")).isEqualTo(1);

        assertThat(deal).isEnded().hasPassed("Cancelled");
        Assertions.assertThat(running("shipment")).isZero();
        Assertions.assertThat(running("invoicing")).isZero();
        Assertions.assertThat(steps.played()).doesNotContain("dispatchGoods");
    }

    @Test
    void goodsAreOnlyInvoicedOnceThePackingSlipIsCommitted() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", true));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));
        steps.acts("issuePackingSlip", step -> {
            throw new IllegalStateException("disk full");
        });
        ProcessInstance shipment = ship();
        complete(Map.of("picked", "{}"));
        complete(Map.of("rejected", "{}"));

        Assertions.assertThatThrownBy(() -> complete(Map.of("packages", 1))).hasMessage("disk full");

        assertThat(shipment).isWaitingAt("IssuePackingSlip").hasPassed("RecordPacking");
        Assertions.assertThat(running("invoicing")).isZero();
    }

    @Test
    void whatReplacesReturnedGoodsLeavesWithAChallanAndIsNotBilled() {
        steps.writes("releasePickList", Map.of("shipmentKind", "REPLACEMENT"));
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("planInspection", Map.of("inspectionNeeded", false));
        steps.writes("issueDeliveryChallan", Map.of("invoiceNumber", "MH-2627-C00001"));
        ProcessInstance shipment = ship();
        complete(Map.of("picked", "{}"));
        complete(Map.of("packages", 1));

        assertThat(shipment).isWaitingAt("HandOverToCarrier").hasNotPassed("Invoicing");
        assertThat(task()).hasName("Hand over · " + SHIPMENT + " · MH-2627-C00001 · Sahyadri Agro");
        Assertions.assertThat(running("invoicing")).isZero();
    }

    private void waitsFor(ProcessInstance shipment, String step, String group, String name) {
        assertThat(shipment).isWaitingAt(step);
        assertThat(task()).hasCandidateGroup(group).hasName(name);
        Assertions.assertThat(task().getDueDate()).isAfter(task().getCreateTime());
    }

    private static Map<String, Object> facts(String segment, boolean batchTracked) {
        return with(
                "segment",
                segment,
                "packing",
                null,
                "categories",
                "FITTINGS",
                "batchTracked",
                batchTracked,
                "orderNet",
                9000L);
    }

    private static Map<String, Object> weighed(int percent, boolean otherStock, String policy, boolean nothingLeft) {
        return with(
                "missingPercent",
                percent,
                "otherStockHere",
                otherStock,
                "shippingPolicy",
                policy,
                "nothingLeft",
                nothingLeft);
    }

    /** What the deal's process does with its shipments, without the rest of it. */
    private void deployCaller() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "caller.bpmn",
                        Bpmn.createExecutableProcess("caller")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .callActivity("Shipments")
                                .calledElement("shipment")
                                .camundaIn("shipmentNumber", "shipmentNumber")
                                .camundaIn("buyerName", "buyerName")
                                .camundaIn("warehouseCode", "warehouseCode")
                                .camundaInBusinessKey("#{execution.processBusinessKey}")
                                .boundaryEvent("Cancelled")
                                .message("DealCancelled")
                                .endEvent()
                                .moveToActivity("Shipments")
                                .endEvent()
                                .done())
                .deploy();
    }

    private boolean isAt(String activity) {
        return engine.getRuntimeService()
                        .createExecutionQuery()
                        .activityId(activity)
                        .count()
                > 0;
    }

    private static Map<String, Object> shipped() {
        return with(
                "shipmentNumber", SHIPMENT,
                "orderNumber", "SO-2627-000003",
                "buyerName", "Sahyadri Agro",
                "warehouseCode", "PUN");
    }

    @Test
    void thePickListOfAHeldOrderWaitsForItsRelease() {
        steps.raises("releasePickList", "ORDER_HELD", "The order is held");
        steps.writes("releasePickList", facts("TRADE", false));
        ProcessInstance shipment = ship();

        assertThat(shipment).isWaitingAt("WaitForRelease").hasNotPassed("PickGoods");
        Assertions.assertThat(tell("OrderReleased")).isOne();

        assertThat(shipment).isWaitingAt("PickGoods");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goodsNobodyHasBegunToPickAreTakenOut(boolean held) {
        if (held) {
            steps.raises("releasePickList", "ORDER_HELD", "The order is held");
        }
        ProcessInstance shipment = ship();

        Assertions.assertThat(tell("ShipmentWithdrawn")).isOne();

        assertThat(shipment).isEnded().hasPassed("TakeGoodsOut", "GoodsTakenOut");
        Assertions.assertThat(steps.played()).endsWith("giveGoodsBack");
        Assertions.assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    }

    private ProcessInstance ship() {
        if (!steps.isTold("releasePickList")) {
            steps.writes("releasePickList", facts("INDUSTRY", true));
        }
        return startAndRun("shipment", shipped());
    }
}
