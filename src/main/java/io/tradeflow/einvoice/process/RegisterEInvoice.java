package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoiceRegistration;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("registerEInvoice")
@ProcessStep(
        label = "Register e-invoice",
        description =
                "Registers the document with the portal, or takes over its registration where an answer was lost. Fails while the"
                        + " portal does not answer and is then tried again.",
        inputs = @Variable(name = "irn", description = "Invoice reference number"),
        outcomes = {
            @Variable(name = "eInvoiceState", description = "REGISTERED or PROBLEM"),
            @Variable(name = "eInvoiceProblem", description = "What a person has to clear up")
        })
class RegisterEInvoice implements JavaDelegate {

    private final EInvoiceRegistration registration;

    RegisterEInvoice(EInvoiceRegistration registration) {
        this.registration = registration;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EInvoiceOutcome.tell(execution, registration.register((String) execution.getVariable("irn")));
    }
}
