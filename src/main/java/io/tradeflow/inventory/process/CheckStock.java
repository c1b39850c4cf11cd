package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.inventory.StockIntegrity;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkStock")
@ProcessStep(
        label = "Check stock",
        description =
                "Recomputes every balance of stock from its ledger, allocations and holds, and counts those that do not agree.",
        outcomes = {
            @ProcessStep.Variable(name = "stockAgrees", description = "Whether all balances agree"),
            @ProcessStep.Variable(name = "stockDifferences", description = "How many do not")
        })
class CheckStock implements JavaDelegate {

    private final StockIntegrity integrity;
    private final TaskCompleter completer;

    CheckStock(StockIntegrity integrity, TaskCompleter completer) {
        this.integrity = integrity;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int differences = integrity.check(completer.actor());
        execution.setVariable("stockAgrees", differences == 0);
        execution.setVariable("stockDifferences", differences);
    }
}
