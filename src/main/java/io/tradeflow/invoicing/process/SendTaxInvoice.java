package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.TaxInvoices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("sendTaxInvoice")
@ProcessStep(
        label = "Send tax invoice",
        description = "Queues the mail with the invoice to the buyer; an invoice is mailed once.",
        inputs = @Variable(name = "invoiceNumber", description = "The issued invoice"))
class SendTaxInvoice implements JavaDelegate {

    private final TaxInvoices invoices;

    SendTaxInvoice(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invoices.send((String) execution.getVariable("invoiceNumber"));
    }
}
