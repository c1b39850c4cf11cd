package io.tradeflow.payment.process;

import io.tradeflow.payment.Payments;
import io.tradeflow.payment.ReminderCalendar;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The steps of collection.bpmn themselves, for tests of the model that would miss too much with played ones. */
public final class CollectionSteps {

    private CollectionSteps() {}

    public static JavaDelegate checkSettlement(Payments payments, ReminderCalendar calendar) {
        return new CheckSettlement(payments, calendar, event -> {});
    }

    public static JavaDelegate sendReminder(Payments payments, ReminderCalendar calendar) {
        return new SendReminder(payments, calendar);
    }
}
