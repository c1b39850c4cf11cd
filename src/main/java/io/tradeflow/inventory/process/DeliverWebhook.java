package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.WebhookSender;
import io.tradeflow.inventory.WebhookSender.Handed;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("deliverWebhook")
@ProcessStep(
        label = "Deliver webhook message",
        description =
                "Hands the message over, signed. One the other side has is not sent again; one of an ended webhook is not sent. A system that does not answer rests.",
        inputs = @ProcessStep.Variable(name = "deliveryId", description = "The message in the outbox"),
        outcomes = {
            @ProcessStep.Variable(
                    name = "webhookState",
                    description = "RESTS if the outside system does not answer, else ANSWERS"),
            @ProcessStep.Variable(name = "restsUntil", description = "When it is tried again, if it rests")
        })
class DeliverWebhook implements JavaDelegate {

    private final WebhookSender sender;

    DeliverWebhook(WebhookSender sender) {
        this.sender = sender;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long message = (Long) execution.getVariable("deliveryId");
        Handed handed = message == null ? new Handed(null) : sender.deliver(message);
        execution.setVariable("webhookState", handed.restsUntil() == null ? "ANSWERS" : "RESTS");
        execution.setVariable("restsUntil", handed.restsUntil() == null ? null : Date.from(handed.restsUntil()));
    }
}
