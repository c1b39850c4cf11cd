package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** invoicing.bpmn: issue once, render and send as often as it takes. */
class InvoicingProcessTest extends ProcessTest {

    private static final String SHIPMENT = "SHP-2627-000001";

    @BeforeEach
    void deployInvoicing() {
        deploy("invoicing/invoicing.bpmn", "invoicing/invoice-schedule.dmn", "einvoice/e-invoice.bpmn");
        steps.writes(
                "weighInvoiceSchedule",
                Map.of("invoiceSegment", "INDUSTRY", "invoiceMovement", "INLAND", "invoiceWish", "NONE"));
        steps.writes("decideEInvoice", Map.of("eInvoiceNeeded", false, "eInvoiceByHand", true));
    }

    @Test
    void anInvoiceIsIssuedRenderedAndSent() {
        ProcessInstance invoicing = invoice();

        assertThat(invoicing).isEnded().hasPassed("InvoiceSent");
        Assertions.assertThat(steps.played())
                .containsExactly(
                        "weighInvoiceSchedule",
                        "chooseInvoicePaper",
                        "issueTaxInvoice",
                        "decideEInvoice",
                        "renderTaxInvoice",
                        "sendTaxInvoice");
        Assertions.assertThat(variable(invoicing, "invoiceSchedule")).isEqualTo("PER_SHIPMENT");
    }

    @Test
    void goodsThatAreInvoicedLaterLeaveOnAChallan() {
        steps.writes("chooseInvoicePaper", Map.of("leavesWith", "CHALLAN"));
        steps.writes("issueChallanOfSupply", Map.of("invoiceNumber", "MH-2627-C00001"));

        ProcessInstance invoicing = invoice();

        assertThat(invoicing).isEnded().hasPassed("LeavesOnChallan").hasNotPassed("IssueTaxInvoice");
        Assertions.assertThat(variable(invoicing, "invoiceNumber")).isEqualTo("MH-2627-C00001");
    }

    @Test
    void aMissingTaxRateIsCompletedByFinanceAndTheInvoiceIssuedAgain() {
        steps.raises("issueTaxInvoice", "TAX_RATE_MISSING", "No rate for HSN 8413 on 1 Dec 2026");
        steps.writes("issueTaxInvoice", Map.of("invoiceNumber", "MH/26-27/000001"));
        ProcessInstance invoicing = invoice();

        assertThat(invoicing).isWaitingAt("CompleteTaxRates");
        assertThat(task()).hasCandidateGroup("finance").hasName("Complete tax rates · " + SHIPMENT);
        Assertions.assertThat(variable(invoicing, "problem")).isEqualTo("No rate for HSN 8413 on 1 Dec 2026");
        complete(Map.of());

        assertThat(invoicing).isEnded().hasPassed("InvoiceSent");
        Assertions.assertThat(variable(invoicing, "invoiceNumber")).isEqualTo("MH/26-27/000001");
    }

    @Test
    void aTaxThatIsNotRightIsClarifiedByFinanceAndTheInvoiceIssuedAgain() {
        steps.raises("issueTaxInvoice", "TAX_NOT_RIGHT", "Line 1: A taxable line bears no tax");
        steps.writes("issueTaxInvoice", Map.of("invoiceNumber", "MH-2627-000001"));
        ProcessInstance invoicing = invoice();

        assertThat(invoicing).isWaitingAt("ClarifyTax");
        assertThat(task()).hasCandidateGroup("finance").hasName("Clarify tax · " + SHIPMENT);
        Assertions.assertThat(variable(invoicing, "problem")).isEqualTo("Line 1: A taxable line bears no tax");
        complete(Map.of());

        assertThat(invoicing).isEnded().hasPassed("InvoiceSent");
    }

    @Test
    void aFailedRenderingIsRepeatedWithoutTakingAnotherNumber() {
        steps.acts("renderTaxInvoice", step -> {
            throw new IllegalStateException("no font");
        });
        steps.acts("renderTaxInvoice", step -> {});
        ProcessInstance invoicing = start("invoicing", Map.of("shipmentNumber", SHIPMENT));

        Assertions.assertThatThrownBy(this::runJobs).hasMessage("no font");
        assertThat(invoicing).isWaitingAt("RenderTaxInvoice");
        runJobs();

        assertThat(invoicing).isEnded();
        Assertions.assertThat(steps.played()).containsOnlyOnce("issueTaxInvoice");
    }

    private ProcessInstance invoice() {
        return startAndRun("invoicing", Map.of("shipmentNumber", SHIPMENT));
    }
}
