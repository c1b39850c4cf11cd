package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.TaxInvoices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("renderTaxInvoice")
@ProcessStep(
        label = "Render tax invoice",
        description = "Makes the PDF of an issued invoice. May be repeated.",
        inputs = @Variable(name = "invoiceNumber", description = "The issued invoice"))
class RenderTaxInvoice implements JavaDelegate {

    private final TaxInvoices invoices;

    RenderTaxInvoice(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invoices.render((String) execution.getVariable("invoiceNumber"));
    }
}
