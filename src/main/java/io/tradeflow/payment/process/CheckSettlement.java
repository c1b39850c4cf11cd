package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.DealStage;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.ReminderCalendar;
import io.tradeflow.payment.Settlement;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

@Component("checkSettlement")
@ProcessStep(
        label = "Check settlement",
        description = "Looks whether all invoices of the order are paid, and when to look again if not.",
        inputs = {
            @Variable(name = "orderNumber", description = "The order"),
            @Variable(name = "nextReminderOn", description = "ISO date not to remind before, where one is agreed"),
            @Variable(name = "remindedOn", description = "ISO date of the last reminder, where one was sent")
        },
        outcomes = {
            @Variable(name = "settled", description = "Whether everything is paid"),
            @Variable(name = "reminderAt", description = "When to look again if it is not"),
            @Variable(
                    name = "reminderLevel",
                    description = "How many reminders were sent; 0 again where nothing they spoke of is open")
        })
class CheckSettlement implements JavaDelegate {

    private final Payments payments;
    private final ReminderCalendar calendar;
    private final ApplicationEventPublisher events;

    CheckSettlement(Payments payments, ReminderCalendar calendar, ApplicationEventPublisher events) {
        this.payments = payments;
        this.calendar = calendar;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String orderNumber = (String) execution.getVariable("orderNumber");
        Settlement settlement = payments.settlement(orderNumber);
        boolean looksForTheFirstTime = execution.getVariable("settled") == null;
        execution.setVariable("settled", settlement.settled());
        if (looksForTheFirstTime || startsAnew(settlement.nextDueOn(), (String) execution.getVariable("remindedOn"))) {
            execution.setVariable("reminderLevel", 0);
        }
        if (!settlement.settled()) {
            String agreedOn = (String) execution.getVariable("nextReminderOn");
            execution.setVariable(
                    "reminderAt",
                    Date.from(calendar.nextLook(
                            settlement.nextDueOn(), agreedOn == null ? null : LocalDate.parse(agreedOn))));
        }
        if (!settlement.settled() && looksForTheFirstTime) {
            events.publishEvent(DealProgress.reached(
                    execution.getProcessBusinessKey(),
                    DealStage.AWAITING_PAYMENT,
                    "All goods have left; invoices are open",
                    orderNumber,
                    Actor.PROGRAM));
        }
    }

    /**
     * Reminders start with the first one again where nothing is overdue, or all that is overdue fell due since the last one.
     *
     * @param remindedOn null where none was sent, also in instances from before it was kept
     */
    private boolean startsAnew(LocalDate nextDueOn, String remindedOn) {
        boolean overdue = nextDueOn != null && nextDueOn.isBefore(calendar.today());
        return !overdue || (remindedOn != null && !nextDueOn.isBefore(LocalDate.parse(remindedOn)));
    }
}
