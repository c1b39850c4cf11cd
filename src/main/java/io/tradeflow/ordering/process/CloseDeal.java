package io.tradeflow.ordering.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ordering.SalesOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a deal well. */
@Component("closeDeal")
@ProcessStep(
        label = "Close deal",
        description = "Marks the order completed and the deal closed: all is delivered and paid.",
        inputs = @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"))
class CloseDeal implements JavaDelegate {

    private final SalesOrders orders;

    CloseDeal(SalesOrders orders) {
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        orders.complete((String) execution.getVariable("orderNumber"));
    }
}
