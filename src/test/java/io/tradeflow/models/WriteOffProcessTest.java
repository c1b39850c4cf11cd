package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** write-off.bpmn: who decides about the rest of an invoice, and each way it ends. */
class WriteOffProcessTest extends ProcessTest {

    @BeforeEach
    void deployWriteOff() {
        deploy("payment/write-off.bpmn", "payment/write-off-approval.dmn");
    }

    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "INR, 0.01, NOBODY",
                "INR, 10, NOBODY",
                "INR, 10.01, finance",
                "INR, 5000, finance",
                "INR, 5000.01, directors",
                "USD, 1, directors",
                "INR, -, directors",
                "-, 5, directors",
            })
    void theTableSaysWhoApproves(String currency, Double amount, String approves) {
        Assertions.assertThat(Tables.decide(
                        "payment/write-off-approval", Tables.facts("currency", currency, "writeOffValue", amount)))
                .containsEntry("decidedBy", approves);
    }

    @Test
    void aSmallRestNeedsNobody() {
        assertThat(asked(4.20))
                .isEnded()
                .hasPassed("BookWriteOff", "WrittenOff")
                .hasNotPassed("DecideWriteOff");
    }

    @Test
    void anotherPersonApproves() {
        ProcessInstance writeOff = asked(900);

        assertThat(writeOff).isWaitingAt("DecideWriteOff");
        assertThat(task()).hasCandidateGroup("finance").hasName("Decide write-off · ₹ 900.00 · Sahyadri Agro");
        complete(with("writeOffDecision", "APPROVE"));

        assertThat(writeOff).isEnded().hasPassed("BookWriteOff", "WrittenOff");
    }

    @Test
    void whatIsRefusedStaysOpen() {
        ProcessInstance writeOff = asked(9_000);

        assertThat(task()).hasCandidateGroup("directors");
        complete(with("writeOffDecision", "REFUSE", "writeOffNote", "They owe it"));

        assertThat(writeOff)
                .isEnded()
                .hasPassed("RefuseWriteOff", "RestStaysOpen")
                .hasNotPassed("BookWriteOff");
    }

    @Test
    void aWithdrawnWishNeedsNoDecision() {
        ProcessInstance writeOff = asked(900);

        Assertions.assertThat(tell("WriteOffWithdrawn")).isOne();

        assertThat(writeOff).isEnded().hasPassed("Withdrawn").hasNotPassed("BookWriteOff", "RefuseWriteOff");
    }

    @Test
    void aPaymentOvertakesIt() {
        ProcessInstance writeOff = asked(900);

        Assertions.assertThat(tell("WriteOffOvertaken")).isOne();

        assertThat(writeOff).isEnded().hasPassed("Overtaken").hasNotPassed("BookWriteOff", "RefuseWriteOff");
    }

    @Test
    void directorsAreCalledInAndTheTaskStays() {
        ProcessInstance writeOff = asked(900);

        pass(Duration.ofDays(3));

        assertThat(writeOff)
                .hasPassed("EscalateWriteOff", "DirectorsAreCalledIn")
                .isWaitingAt("DecideWriteOff");
    }

    private ProcessInstance asked(double amount) {
        return startAndRun(
                "write-off",
                with(
                        "writeOffNumber", "WOF-2627-000001",
                        "orderNumber", "SO-2627-000003",
                        "invoiceNumber", "MH-2627-000001",
                        "buyerName", "Sahyadri Agro",
                        "requester", "farid",
                        "currency", "INR",
                        "writeOffValue", amount,
                        "writeOffAmount", "₹ 900.00",
                        "escalateAfter", "P3D"));
    }
}
