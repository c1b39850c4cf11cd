package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoiceRegistration;
import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("decideEInvoice")
@ProcessStep(
        label = "Decide e-invoice",
        description = "Looks whether an issued tax document has to be registered with the portal. May be repeated.",
        inputs = {
            @Variable(name = "documentType", description = "INV, CRN or DBN"),
            @Variable(name = "documentNumber", description = "Number of the issued document")
        },
        outcomes = {
            @Variable(name = "eInvoiceNeeded", description = "Whether it has to be registered"),
            @Variable(name = "irn", description = "Its invoice reference number, where it has"),
            @Variable(name = "eInvoiceByHand", description = "Whether people carry files to and from the portal")
        })
class DecideEInvoice implements JavaDelegate {

    private final EInvoices eInvoices;
    private final EInvoiceRegistration registration;

    DecideEInvoice(EInvoices eInvoices, EInvoiceRegistration registration) {
        this.eInvoices = eInvoices;
        this.registration = registration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> irn = eInvoices.decide(
                (String) execution.getVariable("documentType"), (String) execution.getVariable("documentNumber"));
        execution.setVariable("eInvoiceNeeded", irn.isPresent());
        execution.setVariable("irn", irn.orElse(null));
        execution.setVariable("eInvoiceByHand", registration.isByHand());
    }
}
