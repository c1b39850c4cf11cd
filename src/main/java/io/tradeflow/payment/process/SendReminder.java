package io.tradeflow.payment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.payment.Payments;
import io.tradeflow.payment.ReminderCalendar;
import java.time.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("sendReminder")
@ProcessStep(
        label = "Send reminder",
        description =
                "Mails the buyer what is overdue on the order; each level goes out once for what is overdue. While a write-off or a return is open nothing goes out and the level stays.",
        inputs = {
            @Variable(name = "orderNumber", description = "The order"),
            @Variable(name = "reminderLevel", description = "How many reminders of what is overdue were sent before"),
            @Variable(name = "nextReminderIn", description = "ISO period until the next look, such as P7D")
        },
        outcomes = {
            @Variable(name = "reminderLevel", description = "One more, if one was sent"),
            @Variable(name = "remindedOn", description = "ISO date of the last reminder that was sent"),
            @Variable(name = "nextReminderOn", description = "ISO date not to remind before")
        })
class SendReminder implements JavaDelegate {

    private final Payments payments;
    private final ReminderCalendar calendar;

    SendReminder(Payments payments, ReminderCalendar calendar) {
        this.payments = payments;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int sentBefore = ((Number) execution.getVariable("reminderLevel")).intValue();
        Payments.Reminded reminded = payments.remind((String) execution.getVariable("orderNumber"), sentBefore + 1);
        Period next = Period.parse((String) execution.getVariable("nextReminderIn"));
        if (reminded == Payments.Reminded.SENT) {
            execution.setVariable("reminderLevel", sentBefore + 1);
            execution.setVariable("remindedOn", calendar.today().toString());
        }
        execution.setVariable("nextReminderOn", calendar.dayIn(next).toString());
    }
}
