package io.tradeflow.ewaybill.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.ewaybill.EwayBills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("decideEwayBill")
@ProcessStep(
        label = "Decide e-way bill",
        description = "Looks by value, States and day whether the goods need an e-way bill and keeps the reason.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes = {
            @ProcessStep.Variable(name = "ewayBillNeeded", description = "Whether the law wants one"),
            @ProcessStep.Variable(name = "ewayBillMovement", description = "INTRA, INTER or EXPORT"),
            @ProcessStep.Variable(
                    name = "ewayBillMode",
                    description = "UNKNOWN: how the goods go is known with the hand-over, which asks the table again")
        })
class DecideEwayBill implements JavaDelegate {

    private final EwayBills bills;

    DecideEwayBill(EwayBills bills) {
        this.bills = bills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String shipment = (String) execution.getVariable("shipmentNumber");
        execution.setVariable("ewayBillNeeded", bills.decide(shipment).needed());
        execution.setVariable("ewayBillMovement", bills.movement(shipment));
        execution.setVariable("ewayBillMode", "UNKNOWN");
    }
}
