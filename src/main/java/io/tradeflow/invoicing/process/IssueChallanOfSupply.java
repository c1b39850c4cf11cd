package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.DeliveryChallans;
import io.tradeflow.invoicing.InvoiceSchedules;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("issueChallanOfSupply")
@ProcessStep(
        label = "Issue challan of supply",
        description =
                "Issues the delivery challan of goods that are sold and invoiced later, or as a lot of an invoiced whole.",
        inputs = @Variable(name = "shipmentNumber", description = "The packed shipment"),
        outcomes = @Variable(name = "invoiceNumber", description = "Number of the paper the goods leave with"))
class IssueChallanOfSupply implements JavaDelegate {

    private final DeliveryChallans challans;
    private final InvoiceSchedules schedules;

    IssueChallanOfSupply(DeliveryChallans challans, InvoiceSchedules schedules) {
        this.challans = challans;
        this.schedules = schedules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String shipment = (String) execution.getVariable("shipmentNumber");
        execution.setVariable(
                "invoiceNumber",
                challans.issue(shipment, schedules.purpose(shipment)).number());
    }
}
