package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.inventory.WebhookQueued;
import io.tradeflow.inventory.WebhookResumed;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One delivery per outside system: started where messages wait and none runs, woken where it rests and is to be tried at once. */
@Component
class StartWebhookDelivery {

    private static final String DELIVERY = "webhook-delivery";
    private static final String WEBHOOK_RESUMED = "WebhookResumed";

    private final ProcessMessages processes;

    StartWebhookDelivery(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(WebhookQueued messages) {
        String key = key(messages.webhookId());
        if (!processes.isRunning(DELIVERY, key)) {
            processes.start(DELIVERY, key, Map.of("webhookId", messages.webhookId(), "webhookUrl", messages.url()));
        }
    }

    @EventListener
    void on(WebhookResumed event) {
        processes.tell(key(event.webhookId()), WEBHOOK_RESUMED);
    }

    private static String key(long webhookId) {
        return "WEBHOOK-" + webhookId;
    }
}
