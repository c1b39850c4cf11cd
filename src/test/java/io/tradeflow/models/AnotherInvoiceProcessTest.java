package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** another-invoice.bpmn: the goods of a cancelled invoice are billed under the next number, unless they are called off. */
class AnotherInvoiceProcessTest extends ProcessTest {

    @BeforeEach
    void deployAnotherInvoice() {
        deploy("invoicing/another-invoice.bpmn");
        standIn("invoicing");
    }

    @Test
    void financeHasAnotherOneIssued() {
        steps.writes("lookWhatToBillAgain", Map.of("toBillAgain", true));
        ProcessInstance again = cancelled();
        assertThat(task())
                .hasCandidateGroup("finance")
                .hasName("Issue another invoice · SHP-2627-000003 · Sahyadri Agro");
        Assertions.assertThat(task().getDueDate()).isAfter(task().getCreateTime());
        complete(Map.of());

        Assertions.assertThat(handedTo("invoicing")).containsEntry("shipmentNumber", "SHP-2627-000003");
        finish("invoicing", Map.of("invoiceNumber", "MH-2627-000010"));
        assertThat(again).isEnded().hasPassed("GoodsBilledAgain");
    }

    @Test
    void whatWasCalledOffIsNotBilled() {
        steps.writes("lookWhatToBillAgain", Map.of("toBillAgain", false));
        ProcessInstance again = cancelled();
        complete(Map.of());

        assertThat(again).isEnded().hasPassed("NothingBilledAgain").hasNotPassed("InvoiceAgain");
    }

    private ProcessInstance cancelled() {
        return startAndRun(
                "another-invoice",
                with(
                        "shipmentNumber",
                        "SHP-2627-000003",
                        "cancelledInvoice",
                        "MH-2627-000009",
                        "buyerName",
                        "Sahyadri Agro"));
    }
}
