package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.inventory.WebhookQueued;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the delivery of each queued message in the transaction that queued it. */
@Component
class StartWebhookDelivery {

    private final ProcessMessages processes;

    StartWebhookDelivery(ProcessMessages processes) {
        this.processes = processes;
    }

    @EventListener
    void on(WebhookQueued message) {
        processes.start(
                "webhook-delivery",
                "STOCK-" + message.sku(),
                Map.of("deliveryId", message.deliveryId(), "sku", message.sku(), "webhookUrl", message.url()));
    }
}
