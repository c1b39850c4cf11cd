package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.StockHolds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("expireStockHold")
@ProcessStep(
        label = "Expire stock hold",
        description = "Gives back what is kept for the deal: its time is over. Whoever waits for these goods goes on.")
class ExpireStockHold implements JavaDelegate {

    private final StockHolds holds;

    ExpireStockHold(StockHolds holds) {
        this.holds = holds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        holds.expire(execution.getProcessBusinessKey());
    }
}
