package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.StockWebhooks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("queueStockChanges")
@ProcessStep(
        label = "Queue stock changes",
        description =
                "Puts one message per product whose stock has changed since the last time into the outbox of each webhook.")
class QueueStockChanges implements JavaDelegate {

    private final StockWebhooks webhooks;

    QueueStockChanges(StockWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        webhooks.queueChanges();
    }
}
