package io.tradeflow.returns.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.invoicing.ChallanPurpose;
import io.tradeflow.invoicing.DeliveryChallans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("issueDeliveryChallan")
@ProcessStep(
        label = "Issue delivery challan",
        description = "Issues the challan that replaced goods leave with instead of an invoice.",
        inputs = @ProcessStep.Variable(name = "shipmentNumber", description = "Number of the shipment"),
        outcomes =
                @ProcessStep.Variable(name = "invoiceNumber", description = "Number of the paper the goods leave with"))
class IssueDeliveryChallan implements JavaDelegate {

    private final DeliveryChallans challans;

    IssueDeliveryChallan(DeliveryChallans challans) {
        this.challans = challans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = challans.issue((String) execution.getVariable("shipmentNumber"), ChallanPurpose.REPLACEMENT)
                .number();
        execution.setVariable("invoiceNumber", number);
    }
}
