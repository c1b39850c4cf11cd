package io.tradeflow.inventory.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.TaskCompleter;
import io.tradeflow.inventory.StockIntegrity;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("repairStock")
@ProcessStep(
        label = "Repair stock",
        description =
                "Sets balances that do not agree to what their ledger, allocations and holds say; each repair is kept.",
        inputs = @ProcessStep.Variable(name = "repairReason", description = "Why the books are repaired"))
class RepairStock implements JavaDelegate {

    private final StockIntegrity integrity;
    private final TaskCompleter completer;

    RepairStock(StockIntegrity integrity, TaskCompleter completer) {
        this.integrity = integrity;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        integrity.repair(completer.actor(), (String) execution.getVariable("repairReason"));
    }
}
