package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.WebhookSender;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("composeWebhook")
@ProcessStep(
        label = "Compose webhook message",
        description =
                "Takes the message whose turn it is and says what there is of its product now; what changes later is a message of its own.",
        inputs = @ProcessStep.Variable(name = "webhookId", description = "The outside system"),
        outcomes = {
            @ProcessStep.Variable(name = "webhookState", description = "MESSAGE if there is one, else NOTHING"),
            @ProcessStep.Variable(name = "deliveryId", description = "The message in the outbox")
        })
class ComposeWebhook implements JavaDelegate {

    private final WebhookSender sender;

    ComposeWebhook(WebhookSender sender) {
        this.sender = sender;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Long webhook = (Long) execution.getVariable("webhookId");
        // an instance from before has one message each; the outside system has a delivery of its own by now
        Optional<Long> message = webhook == null ? Optional.empty() : sender.composeNext(webhook);
        execution.setVariable("webhookState", message.isPresent() ? "MESSAGE" : "NOTHING");
        execution.setVariable("deliveryId", message.orElse(null));
    }
}
