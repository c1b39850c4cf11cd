package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** shipment.bpmn: from the pick list to the carrier. */
class ShipmentProcessTest extends ProcessTest {

    private static final String SHIPMENT = "SHP-2627-000001";

    @BeforeEach
    void deployShipment() {
        deploy("dispatch/eway-bill-step.dmn", "fulfilment/shipment.bpmn");
        standIn("invoicing");
        steps.writes("decideEwayBill", Map.of("ewayBillNeeded", true, "ewayBillMovement", "INTER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETE", "SHORT"})
    void aShipmentIsPickedInspectedPackedInvoicedAndHandedOver(String outcome) {
        steps.writes("recordPick", Map.of("pickOutcome", outcome));
        steps.writes("recordInspection", Map.of("inspectionOutcome", outcome));
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
                        "releasePickList",
                        "recordPick",
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
        steps.writes("recordInspection", Map.of("inspectionOutcome", "COMPLETE"));
        ProcessInstance shipment = packed();

        waitsFor(shipment, "EnterEwayBill", "warehouse", "Record e-way bill · " + SHIPMENT + " · Sahyadri Agro");
        complete(Map.of("ewayBillNumber", "351008765432"));

        assertThat(shipment).isWaitingAt("HandOverToCarrier").hasPassed("RecordEwayBill");
    }

    @Test
    void whatNeedsNoEwayBillIsHandedOverAtOnce() {
        steps.forgetParts("decideEwayBill");
        steps.writes("decideEwayBill", Map.of("ewayBillNeeded", false, "ewayBillMovement", "INTRA"));
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
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
    void nothingPickedMeansNothingShipped() {
        steps.writes("recordPick", Map.of("pickOutcome", "NOTHING"));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"0\"}"));

        assertThat(shipment).isEnded().hasPassed("NothingShipped").hasNotPassed("InspectGoods", "Invoicing");
    }

    @Test
    void nothingPassedMeansNothingShippedAndNothingInvoiced() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
        steps.writes("recordInspection", Map.of("inspectionOutcome", "NOTHING"));
        ProcessInstance shipment = ship();

        complete(Map.of("picked", "{\"1\":\"10\"}"));
        complete(Map.of("rejected", "{\"1\":\"10\"}", "remark", "damp"));

        assertThat(shipment).isEnded().hasPassed("NothingShipped").hasNotPassed("PackGoods", "Invoicing");
    }

    @Test
    void goodsAreOnlyInvoicedOnceThePackingSlipIsCommitted() {
        steps.writes("recordPick", Map.of("pickOutcome", "COMPLETE"));
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

    private void waitsFor(ProcessInstance shipment, String step, String group, String name) {
        assertThat(shipment).isWaitingAt(step);
        assertThat(task()).hasCandidateGroup(group).hasName(name);
        Assertions.assertThat(task().getDueDate()).isAfter(task().getCreateTime());
    }

    private ProcessInstance ship() {
        return startAndRun(
                "shipment",
                with(
                        "shipmentNumber", SHIPMENT,
                        "orderNumber", "SO-2627-000003",
                        "buyerName", "Sahyadri Agro",
                        "warehouseCode", "PUN"));
    }
}
