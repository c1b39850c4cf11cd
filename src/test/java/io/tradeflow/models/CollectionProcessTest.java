package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** collection.bpmn: from the open invoice to the last payment. */
class CollectionProcessTest extends ProcessTest {

    @BeforeEach
    void deployCollection() {
        deploy("payment/collection.bpmn", "payment/reminders.dmn");
        steps.acts("sendReminder", CollectionProcessTest::countReminder);
    }

    @Test
    void whatIsPaidAlreadyEndsAtOnce() {
        steps.writes("checkSettlement", Map.of("settled", true));

        assertThat(collect()).isEnded().hasPassed("PaidInFull").hasNotPassed("WaitForPayment");
    }

    @Test
    void partPaymentsAreWaitedForUntilAllIsPaid() {
        open();
        open();
        steps.writes("checkSettlement", Map.of("settled", true));
        ProcessInstance collection = collect();

        Assertions.assertThat(tell("PaymentReceived")).isOne();
        assertThat(collection).isWaitingAt("WaitForPayment");
        Assertions.assertThat(tell("PaymentReceived")).isOne();

        assertThat(collection).isEnded().hasPassed("PaidInFull").hasNotPassed("SendReminder");
        Assertions.assertThat(tell("PaymentReceived")).isZero();
    }

    @Test
    void threeRemindersGoOutThenAPersonTakesOver() {
        open();
        ProcessInstance collection = collect();
        assertThat(collection).isWaitingAt("WaitForPayment");

        for (int reminder = 1; reminder <= 3; reminder++) {
            pass(Duration.ofDays(7));
            assertThat(collection).isWaitingAt("WaitForPayment");
            Assertions.assertThat(variable(collection, "reminderLevel")).isEqualTo(reminder);
        }
        pass(Duration.ofDays(7));

        assertThat(collection).isWaitingAt("ChasePayment");
        assertThat(task()).hasCandidateGroup("finance").hasName("Chase payment · SO-2627-000003 · Sahyadri Agro");
        Assertions.assertThat(steps.played()).filteredOn("sendReminder"::equals).hasSize(3);
    }

    @Test
    void afterChasingTheSettlementIsLookedAtAgain() {
        open();
        ProcessInstance collection = collect();
        for (int week = 0; week < 4; week++) {
            pass(Duration.ofDays(7));
        }

        complete(Map.of("chaseDecision", "WAIT", "nextReminderOn", "2027-01-15"));
        assertThat(collection).isWaitingAt("WaitForPayment");
        pass(Duration.ofDays(7));
        assertThat(collection).isWaitingAt("ChasePayment");
        steps.forget();
        steps.cast("checkSettlement");
        steps.writes("checkSettlement", Map.of("settled", true));
        complete(Map.of("chaseDecision", "WAIT"));

        assertThat(collection).isEnded().hasPassed("PaidInFull");
    }

    @Test
    void wherePastRemindersAreNotKnownAPersonLooksAtIt() {
        open();
        ProcessInstance collection =
                startAndRun("collection", Map.of("orderNumber", "SO-2627-000003", "buyerName", "Sahyadri Agro"));

        pass(Duration.ofDays(7));

        assertThat(collection).isWaitingAt("ChasePayment").hasNotPassed("SendReminder");
    }

    private void open() {
        steps.acts("checkSettlement", step -> {
            step.setVariable("settled", false);
            step.setVariable("reminderAt", in(Duration.ofDays(7)));
        });
    }

    private static void countReminder(DelegateExecution step) {
        step.setVariable("reminderLevel", ((Number) step.getVariable("reminderLevel")).intValue() + 1);
    }

    private ProcessInstance collect() {
        return startAndRun(
                "collection", with("orderNumber", "SO-2627-000003", "buyerName", "Sahyadri Agro", "reminderLevel", 0));
    }
}
