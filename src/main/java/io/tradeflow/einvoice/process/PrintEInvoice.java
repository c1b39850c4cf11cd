package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("printEInvoice")
@ProcessStep(
        label = "Put the registration on the document",
        description =
                "Freezes the document again with IRN, acknowledgement and QR code; that is what is rendered and sent. May be repeated.",
        inputs = @Variable(name = "irn", description = "Invoice reference number"))
class PrintEInvoice implements JavaDelegate {

    private final EInvoices eInvoices;

    PrintEInvoice(EInvoices eInvoices) {
        this.eInvoices = eInvoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        eInvoices.print((String) execution.getVariable("irn"));
    }
}
