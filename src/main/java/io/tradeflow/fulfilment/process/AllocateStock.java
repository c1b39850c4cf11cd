package io.tradeflow.fulfilment.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.OrderFulfilment;
import io.tradeflow.inventory.Allocations;
import io.tradeflow.inventory.Routing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("allocateStock")
@ProcessStep(
        label = "Allocate stock",
        description =
                "Promises stock to what is open of the order, earliest expiry first, from as few warehouses as can serve it;"
                        + " who waits with a higher priority keeps its turn. Wait for stock in the same transaction, so that no receipt is missed.",
        inputs = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "preferredWarehouse", description = "Code of the warehouse to ask first"),
            @ProcessStep.Variable(
                    name = "mostShipments",
                    description = "Into how many shipments the order may be split"),
            @ProcessStep.Variable(name = "allocationPriority", description = "1 to 99, higher is served first")
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
                execution.getProcessBusinessKey(), (String) execution.getVariable("orderNumber"), routing(execution));
        execution.setVariable("allocationOutcome", known(outcome, execution).name());
    }

    /** Models from before orders could be held do not know that outcome: a held order waits there like one without stock. */
    private static Allocations.Outcome known(Allocations.Outcome outcome, DelegateExecution execution) {
        boolean older = execution.getVariable("mostShipments") == null;
        return older && outcome == Allocations.Outcome.HELD ? Allocations.Outcome.NONE : outcome;
    }

    /** Orders on their way since before there were allocation terms have the usual ones. */
    private static Routing routing(DelegateExecution execution) {
        Routing usual = Routing.from((String) execution.getVariable("preferredWarehouse"));
        Number shipments = (Number) execution.getVariable("mostShipments");
        Number priority = (Number) execution.getVariable("allocationPriority");
        return shipments == null || priority == null
                ? usual
                : new Routing(usual.preferredWarehouse(), shipments.intValue(), priority.intValue());
    }
}
