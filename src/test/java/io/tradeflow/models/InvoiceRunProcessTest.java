package io.tradeflow.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** invoice-run.bpmn: every evening what is due is invoiced, order by order. */
class InvoiceRunProcessTest extends ProcessTest {

    @BeforeEach
    void deployRun() {
        steps.beans().put("invoiceRunCycle", "0 0 20 * * ?");
        deploy("invoicing/invoice-run.bpmn");
        standIn("invoicing");
        steps.writes("findInvoicesDue", Map.of("invoiceRun", "run-1", "invoicesDue", 2));
    }

    @Test
    void eachOrderThatIsDueIsInvoiced() {
        steps.lists("dueInvoices", List.of("SHP-2627-000001", "SHP-2627-000007"));

        pass(Duration.ofDays(1));

        assertThat(steps.played()).containsExactly("findInvoicesDue");
        assertThat(running("invoicing")).isEqualTo(2);
    }

    @Test
    void whatIsDueIsInvoicedWithoutAskingForItsScheduleAgain() {
        steps.lists("dueInvoices", List.of("SHP-2627-000001"));

        pass(Duration.ofDays(1));

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("invoicing")
                        .variableValueEquals("invoiceDue", true)
                        .variableValueEquals("shipmentNumber", "SHP-2627-000001")
                        .count())
                .isOne();
        finish("invoicing", Map.of());
        assertThat(running("invoice-run")).isZero();
    }

    @Test
    void anEveningWithNothingDueEnds() {
        steps.lists("dueInvoices", List.of());

        pass(Duration.ofDays(1));

        assertThat(running("invoice-run")).isZero();
        assertThat(running("invoicing")).isZero();
    }
}
