package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.engine.TaskCompleter;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("waiveEInvoice")
@ProcessStep(
        label = "Go without e-invoice",
        description = "Keeps why the document goes without registration. Belongs into the transaction of the task.",
        inputs = {
            @Variable(name = "irn", description = "Invoice reference number"),
            @Variable(name = "eInvoiceWaiver", description = "Why no e-invoice is needed")
        })
class WaiveEInvoice implements JavaDelegate {

    private final EInvoices eInvoices;
    private final TaskCompleter completer;

    WaiveEInvoice(EInvoices eInvoices, TaskCompleter completer) {
        this.eInvoices = eInvoices;
        this.completer = completer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        eInvoices.waive(completer.actor(), (String) execution.getVariable("irn"), (String)
                execution.getVariable("eInvoiceWaiver"));
        execution.removeVariables(Set.of("eInvoiceWaiver", "eInvoiceSolution"));
    }
}
