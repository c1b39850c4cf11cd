package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.WebhookSender;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("composeWebhook")
@ProcessStep(
        label = "Compose webhook message",
        description = "Says what there is of the product now; what changes later is a message of its own.",
        inputs = @ProcessStep.Variable(name = "deliveryId", description = "The message in the outbox"))
class ComposeWebhook implements JavaDelegate {

    private final WebhookSender sender;

    ComposeWebhook(WebhookSender sender) {
        this.sender = sender;
    }

    @Override
    public void execute(DelegateExecution execution) {
        sender.compose((Long) execution.getVariable("deliveryId"));
    }
}
