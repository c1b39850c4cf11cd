package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.inventory.Allocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("findFulfilment")
@ProcessStep(
        label = "Find fulfilment",
        description =
                "Looks whether the order's fulfilment still runs, which then takes up what is owed again and is woken.",
        inputs = @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
        outcomes =
                @ProcessStep.Variable(
                        name = "replacementState",
                        description = "RUNNING if another fulfilment runs, OWED if it has to run again, else DONE"))
class FindFulfilment implements JavaDelegate {

    private final ProcessMessages messages;
    private final Allocations allocations;

    FindFulfilment(ProcessMessages messages, Allocations allocations) {
        this.messages = messages;
        this.allocations = allocations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String deal = execution.getProcessBusinessKey();
        boolean owed =
                !allocations.open((String) execution.getVariable("orderNumber")).isEmpty();
        boolean running = messages.isRunning("order-fulfilment", deal);
        if (owed && running) {
            messages.tell(deal, "StockArrived");
        }
        execution.setVariable("replacementState", !owed ? "DONE" : running ? "RUNNING" : "OWED");
    }
}
