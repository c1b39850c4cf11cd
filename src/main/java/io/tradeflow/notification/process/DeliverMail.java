package io.tradeflow.notification.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.notification.MailDelivery;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("deliverMail")
@ProcessStep(
        label = "Deliver mail",
        description = "Hands a queued mail to the mail server. A mail that has gone out is not sent again.",
        inputs = @ProcessStep.Variable(name = "mailId", description = "The mail in the outbox"))
class DeliverMail implements JavaDelegate {

    private final MailDelivery delivery;

    DeliverMail(MailDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.deliver((Long) execution.getVariable("mailId"));
    }
}
