package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** refund.bpmn: finance pays back what came in advance. */
class RefundProcessTest extends ProcessTest {

    @BeforeEach
    void deployRefund() {
        deploy("payment/refund.bpmn");
    }

    @Test
    void financePaysBackAndSaysWithWhichReference() {
        ProcessInstance refund = due();

        assertThat(refund).isWaitingAt("PayBackAdvance");
        assertThat(task()).hasCandidateGroup("finance").hasName("Pay back overpayment · ₹ 5,000.00 · Sahyadri Agro");
        complete(with("paidOn", "2026-11-26", "mode", "NEFT", "reference", "UTR1"));

        assertThat(refund).isEnded().hasPassed("RecordRefund", "AdvancePaidBack");
    }

    @Test
    void directorsAreCalledInAndTheTaskStays() {
        ProcessInstance refund = due();

        pass(Duration.ofDays(3));

        assertThat(refund).hasPassed("EscalateRefund", "DirectorsAreCalledIn").isWaitingAt("PayBackAdvance");
        complete(with("paidOn", "2026-11-26", "mode", "NEFT", "reference", "UTR1"));
        assertThat(refund).isEnded();
    }

    /** The deal it belongs to is over already: nothing calls a refund off but the payment. */
    @Test
    void theCancelledDealLeavesItAlone() {
        ProcessInstance refund = due();

        Assertions.assertThat(tell("DealCancelled")).isZero();

        assertThat(refund).isWaitingAt("PayBackAdvance");
    }

    private ProcessInstance due() {
        return startAndRun(
                "refund",
                with(
                        "orderNumber", "SO-2627-000003",
                        "buyerName", "Sahyadri Agro",
                        "refundNumber", "RFD-2627-000001",
                        "refundOf", "overpayment",
                        "refundAmount", "₹ 5,000.00",
                        "escalateAfter", "P3D"));
    }
}
