package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.TaxInvoices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("lookWhatToBillAgain")
@ProcessStep(
        label = "Look what to bill again",
        description = "Looks whether goods whose invoice was cancelled still have to be billed. May be repeated.",
        inputs = @Variable(name = "shipmentNumber", description = "The shipment of the cancelled invoice"),
        outcomes =
                @Variable(
                        name = "toBillAgain",
                        description = "False where the shipment was called off or another invoice stands"))
class LookWhatToBillAgain implements JavaDelegate {

    private final TaxInvoices invoices;

    LookWhatToBillAgain(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("toBillAgain", invoices.isToBillAgain((String) execution.getVariable("shipmentNumber")));
    }
}
