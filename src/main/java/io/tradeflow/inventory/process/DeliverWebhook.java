package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.WebhookSender;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("deliverWebhook")
@ProcessStep(
        label = "Deliver webhook message",
        description =
                "Hands the message over, signed. One the other side has is not sent again; one of an ended webhook is not sent.",
        inputs = @ProcessStep.Variable(name = "deliveryId", description = "The message in the outbox"))
class DeliverWebhook implements JavaDelegate {

    private final WebhookSender sender;

    DeliverWebhook(WebhookSender sender) {
        this.sender = sender;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sender.deliver((Long) execution.getVariable("deliveryId"));
    }
}
