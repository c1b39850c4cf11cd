package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.OrderFulfilment;
import io.tradeflow.inventory.Allocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("allocateStock")
@ProcessStep(
        label = "Allocate stock",
        description =
                "Promises stock to what is open of the order, earliest expiry first, from the preferred warehouse first."
                        + " Wait for stock in the same transaction, so that no receipt is missed.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "preferredWarehouse", description = "Code of the warehouse to ask first")
        },
        outcomes =
                @ProcessStep.Variable(
                        name = "allocationOutcome",
                        description =
                                "ALL, PART, NONE, HELD while somebody has to release the order, or NOTHING_OPEN when it is delivered"))
class AllocateStock implements JavaDelegate {

    private final OrderFulfilment fulfilment;

    AllocateStock(OrderFulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Allocations.Outcome outcome = fulfilment.allocate(
                execution.getProcessBusinessKey(), (String) execution.getVariable("orderNumber"), (String)
                        execution.getVariable("preferredWarehouse"));
        execution.setVariable("allocationOutcome", outcome.name());
    }
}
