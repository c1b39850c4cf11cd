package io.tradeflow.fulfilment.process;

import io.tradeflow.credit.CreditStanding;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.fulfilment.Shipment;
import io.tradeflow.fulfilment.Shipments;
import io.tradeflow.ordering.CreditHolds;
import io.tradeflow.ordering.SalesOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("checkShipmentCredit")
@ProcessStep(
        label = "Check credit of shipment",
        description = "Reads how the buyer stands before the goods of its order go to the warehouse.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes = {
            @ProcessStep.Variable(name = "orderNumber", description = "Number of the order"),
            @ProcessStep.Variable(name = "segment", description = "Segment of the buyer"),
            @ProcessStep.Variable(
                    name = "creditStage",
                    description = "RELEASE, or REPLACEMENT for goods that are owed and not billed again"),
            @ProcessStep.Variable(
                    name = "creditExcessPercent",
                    description = "What is owed beyond limit and override, in percent of the limit"),
            @ProcessStep.Variable(name = "creditOverdueDays", description = "Days the oldest invoice is overdue")
        })
class CheckShipmentCredit implements JavaDelegate {

    private final Shipments shipments;
    private final SalesOrders orders;
    private final CreditHolds credit;

    CheckShipmentCredit(Shipments shipments, SalesOrders orders, CreditHolds credit) {
        this.shipments = shipments;
        this.orders = orders;
        this.credit = credit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Shipment shipment = shipments.shipment((String) execution.getVariable("shipmentNumber"));
        CreditStanding standing = credit.standing(shipment.orderNumber());
        execution.setVariable("orderNumber", shipment.orderNumber());
        execution.setVariable("segment", orders.order(shipment.orderNumber()).segment());
        execution.setVariable(
                "creditStage",
                shipments.kind(shipment.number()).name().equals("REPLACEMENT") ? "REPLACEMENT" : "RELEASE");
        execution.setVariable("creditExcessPercent", standing.excessPercent().doubleValue());
        execution.setVariable("creditOverdueDays", standing.overdueDays());
    }
}
