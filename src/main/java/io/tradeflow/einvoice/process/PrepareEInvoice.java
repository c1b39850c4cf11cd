package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("prepareEInvoice")
@ProcessStep(
        label = "Prepare e-invoice",
        description = "Writes down what the portal is told of the document and checks it. May be repeated.",
        inputs = @Variable(name = "irn", description = "Invoice reference number"),
        outcomes = {
            @Variable(name = "eInvoiceState", description = "READY, PROBLEM, or REGISTERED where it is already"),
            @Variable(name = "eInvoiceProblem", description = "What a person has to clear up")
        })
class PrepareEInvoice implements JavaDelegate {

    private final EInvoices eInvoices;

    PrepareEInvoice(EInvoices eInvoices) {
        this.eInvoices = eInvoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EInvoiceOutcome.tell(execution, eInvoices.prepare((String) execution.getVariable("irn")));
    }
}
