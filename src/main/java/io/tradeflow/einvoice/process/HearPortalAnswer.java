package io.tradeflow.einvoice.process;

import io.tradeflow.einvoice.EInvoice;
import io.tradeflow.einvoice.EInvoices;
import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Variable;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("hearPortalAnswer")
@ProcessStep(
        label = "Hear the portal's answer",
        description =
                "Looks whether the signed answer was uploaded, and notes why the portal refused the document if it was not. Belongs"
                        + " into the transaction of the task.",
        inputs = {
            @Variable(name = "irn", description = "Invoice reference number"),
            @Variable(name = "eInvoiceRefusal", description = "Why the portal refused it, if it did")
        },
        outcomes = {
            @Variable(name = "eInvoiceState", description = "REGISTERED or PROBLEM"),
            @Variable(name = "eInvoiceProblem", description = "What a person has to clear up")
        })
class HearPortalAnswer implements JavaDelegate {

    private static final String REFUSAL = "eInvoiceRefusal";

    private final EInvoices eInvoices;

    HearPortalAnswer(EInvoices eInvoices) {
        this.eInvoices = eInvoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String irn = (String) execution.getVariable("irn");
        String refusal = (String) execution.getVariable(REFUSAL);
        EInvoice eInvoice = refusal == null || refusal.isBlank()
                ? eInvoices.eInvoice(irn)
                : eInvoices.refusedAtPortal(irn, refusal);
        execution.removeVariables(Set.of(REFUSAL));
        EInvoiceOutcome.tell(execution, eInvoice);
    }
}
