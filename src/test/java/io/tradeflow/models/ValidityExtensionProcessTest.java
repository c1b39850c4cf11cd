package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.task;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** validity-extension.bpmn: the sales desk decides on more time, and every way there can be nothing left to decide. */
class ValidityExtensionProcessTest extends ProcessTest {

    @BeforeEach
    void deployModel() {
        deploy("quotation/validity-extension.bpmn");
    }

    @Test
    void theSalesDeskGrants() {
        ProcessInstance extension = asked();

        assertThat(extension).isWaitingAt("DecideExtension");
        assertThat(task())
                .hasCandidateGroup("sales-desk")
                .hasName("Decide longer validity · " + NUMBER + " · Sahyadri Agro");
        complete(Map.of("extensionDecision", "GRANT", "grantedUntil", "2026-12-24"));

        assertThat(extension).isEnded().hasPassed("ExtensionGranted").hasNotPassed("RefuseExtension");
        Assertions.assertThat(steps.played()).containsExactly("grantExtension");
    }

    @Test
    void theSalesDeskRefuses() {
        ProcessInstance extension = asked();

        complete(Map.of("extensionDecision", "REFUSE", "extensionNote", "Steel goes up"));

        assertThat(extension).isEnded().hasPassed("ExtensionRefused");
        Assertions.assertThat(steps.played()).containsExactly("refuseExtension");
    }

    @Test
    void anAnsweredQuoteLeavesNothingToDecide() {
        ProcessInstance extension = asked();

        Assertions.assertThat(tell("ExtensionOver")).isOne();

        assertThat(extension).isEnded().hasPassed("NothingToExtend");
        Assertions.assertThat(steps.played()).containsExactly("closeExtension");
        Assertions.assertThat(tell("ExtensionOver")).isZero();
    }

    @Test
    void theEndOfTheValidityLeavesNothingToDecide() {
        ProcessInstance extension = asked();

        pass(Duration.ofDays(2));
        assertThat(extension).isWaitingAt("DecideExtension");
        pass(Duration.ofDays(2));

        assertThat(extension).isEnded().hasPassed("NothingToExtend");
        Assertions.assertThat(steps.played()).containsExactly("closeExtension");
    }

    private ProcessInstance asked() {
        return startAndRun(
                "validity-extension",
                with(
                        "extensionRequestId",
                        5L,
                        "quoteNumber",
                        NUMBER,
                        "buyerName",
                        "Sahyadri Agro",
                        "wantedUntil",
                        "2026-12-24",
                        "validityEnds",
                        in(Duration.ofDays(3))));
    }
}
