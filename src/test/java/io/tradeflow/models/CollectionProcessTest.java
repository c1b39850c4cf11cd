package io.tradeflow.models;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tradeflow.payment.Payments;
import io.tradeflow.payment.ReminderCalendar;
import io.tradeflow.payment.Settlement;
import io.tradeflow.payment.process.CollectionSteps;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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

    @Test
    void whatIsDueLaterIsRemindedOfFromTheFirstReminderOn() {
        Instalments due = new Instalments(15, 45);
        ProcessInstance collection = collect();
        due.remindThreeTimes();

        due.firstIsPaid();
        Assertions.assertThat(tell("PaymentReceived")).isOne();
        Assertions.assertThat(variable(collection, "reminderLevel")).isEqualTo(0);
        pass(Duration.ofDays(14));

        assertThat(collection).isWaitingAt("WaitForPayment").hasNotPassed("ChasePayment");
        Assertions.assertThat(due.reminders).containsExactly(1, 2, 3, 1);
    }

    @Test
    void whatFellDueWhileTheFirstWasChasedIsRemindedOfToo() {
        Instalments due = new Instalments(15, 45);
        ProcessInstance collection = collect();
        due.remindThreeTimes();
        pass(Duration.ofDays(6));
        assertThat(collection).isWaitingAt("ChasePayment");
        pass(Duration.ofDays(6));

        complete(Map.of(
                "chaseDecision", "WAIT", "nextReminderOn", today().plusDays(1).toString()));
        Assertions.assertThat(variable(collection, "reminderLevel"))
                .as("the first is still open: the person stays with it")
                .isEqualTo(3);
        due.firstIsPaid();
        tell("PaymentReceived");
        pass(Duration.ofDays(2));

        assertThat(collection).isWaitingAt("WaitForPayment");
        Assertions.assertThat(due.reminders).containsExactly(1, 2, 3, 1);
    }

    /** The steps themselves, on an order with two instalments. */
    private final class Instalments {

        private final List<Integer> reminders = new ArrayList<>();
        private final LocalDate second;
        private LocalDate next;

        Instalments(int firstInDays, int secondInDays) {
            next = today().plusDays(firstInDays);
            second = today().plusDays(secondInDays);
            Payments payments = mock(Payments.class);
            when(payments.settlement(anyString())).thenAnswer(call -> new Settlement(true, false, next));
            when(payments.remind(anyString(), anyInt())).thenAnswer(call -> {
                reminders.add(call.getArgument(1));
                return Payments.Reminded.SENT;
            });
            ReminderCalendar calendar = mock(ReminderCalendar.class);
            when(calendar.today()).thenAnswer(call -> today());
            when(calendar.dayIn(any())).thenAnswer(call -> today().plus(call.<Period>getArgument(0)));
            when(calendar.nextLook(any(), any())).thenAnswer(call -> {
                LocalDate first = call.<LocalDate>getArgument(0).plusDays(3);
                LocalDate agreed = call.getArgument(1);
                return (agreed != null && agreed.isAfter(first) ? agreed : first)
                        .atTime(10, 0)
                        .toInstant(ZoneOffset.UTC);
            });
            steps.acts("checkSettlement", CollectionSteps.checkSettlement(payments, calendar));
            steps.forgetParts("sendReminder");
            steps.acts("sendReminder", CollectionSteps.sendReminder(payments, calendar));
        }

        void firstIsPaid() {
            next = second;
        }

        void remindThreeTimes() {
            pass(Duration.ofDays(19));
            pass(Duration.ofDays(8));
            pass(Duration.ofDays(8));
            Assertions.assertThat(reminders).containsExactly(1, 2, 3);
        }
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
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
